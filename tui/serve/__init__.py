"""The server: people come in with any SSH client, and are in the situation; no account, no shell, no file of ours."""
