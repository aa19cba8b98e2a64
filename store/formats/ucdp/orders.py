"""The order of the columns in releases of UCDP GED, for files without a header row, as candidates were (24.0.1)."""

_OF_19_1 = """
    id year active_year type_of_violence conflict_new_id conflict_name dyad_new_id dyad_name side_a_new_id gwnoa
    side_a side_b_new_id gwnob side_b number_of_sources source_article source_office source_date source_headline
    source_original where_prec where_coordinates adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country
    country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians
    deaths_unknown low best high
"""
_OF_23_1 = """
    id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
    dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b
    number_of_sources source_article source_office source_date source_headline source_original where_prec
    where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id
    region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high
    low gwnoa gwnob
"""

ORDERS = {len(order): order for order in (tuple(_OF_19_1.split()), tuple(_OF_23_1.split()))}
"""The names of the columns by their number."""
