#!/usr/bin/env bash
# Start the stand; it is looked after by `pocket kiosk` (dashboard/stand/kiosk.py).
#   deploy/stand/start.sh [profile] [--start JP]   settings: deploy/stand/stand.env
#   deploy/stand/start.sh --setup          only set up: once, with a network
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -x .venv/bin/pocket ] || make .venv/run.stamp
if [ "${1:-}" = --setup ]; then exit; fi
if [ -n "${DISPLAY:-}" ] && command -v xset >/dev/null; then xset s off -dpms || true; fi
awake=()
if command -v systemd-inhibit >/dev/null && systemd-inhibit --what=idle:sleep true 2>/dev/null; then
  awake=(systemd-inhibit --what=idle:sleep)
fi
if [ -f deploy/stand/stand.env ]; then set -- --settings deploy/stand/stand.env "$@"; fi
exec "${awake[@]}" .venv/bin/pocket kiosk "$@"
