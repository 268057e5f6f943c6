#!/bin/sh
# A rolling restart: one server after the other, the next one once the last one serves again. No view is lost.
# Usage: restart.sh 8621 8622
set -eu
for port in "$@"; do
    systemctl restart "pocket@$port"  # returns when it serves (Type=notify), fails if it does not
    echo "pocket@$port serves"
done
