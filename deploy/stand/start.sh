#!/usr/bin/env bash
# Start the stand; it is looked after by `pocket kiosk` (dashboard/stand/kiosk.py).
#   deploy/stand/start.sh [profile]        settings: deploy/stand/stand.env        end with Ctrl+C
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -x .venv/bin/pocket ] || make .venv/run.stamp
if [ -n "${DISPLAY:-}" ] && command -v xset >/dev/null; then xset s off -dpms || true; fi
awake=()
if command -v systemd-inhibit >/dev/null && systemd-inhibit --what=idle:sleep true 2>/dev/null; then
  awake=(systemd-inhibit --what=idle:sleep)
fi
exec "${awake[@]}" .venv/bin/pocket kiosk --settings deploy/stand/stand.env "$@"
