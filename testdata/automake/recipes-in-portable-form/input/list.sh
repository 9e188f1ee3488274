echo list > "$1"
