#!/usr/bin/env bash
# Start the stand: the server, started again if it ends, and a browser in kiosk mode, opened again if it ends.
#   deploy/stand/start.sh [profile]        settings: deploy/stand/stand.env        end with Ctrl+C
set -uo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
cd "$here/../.." || exit 1

if [ -f "$here/stand.env" ]; then
  while IFS= read -r line || [ -n "$line" ]; do # not sourced: the PIN's hash holds a $
    case "$line" in POCKET_*=?*) export "${line%%=*}=${line#*=}" ;; esac
  done <"$here/stand.env"
fi
[ $# -gt 0 ] && export POCKET_PROFILE="$1"
export POCKET_PORT="${POCKET_PORT:-8501}"
address="http://127.0.0.1:$POCKET_PORT"
log=.pocket/stand.log
mkdir -p .pocket
[ -x .venv/bin/pocket ] || make .venv/run.stamp || exit 1

serve() {
  while true; do
    [ "$(stat -c %s "$log" 2>/dev/null || echo 0)" -gt 5000000 ] && mv "$log" "$log.old"
    echo "$(date '+%F %T') the server starts" >>"$log"
    .venv/bin/pocket run --mode stand >>"$log" 2>&1 &
    echo $! >.pocket/stand.pid
    wait $!
    sleep 1
  done
}

find_browser() {
  for name in "${BROWSER:-}" chromium chromium-browser google-chrome microsoft-edge; do
    [ -n "$name" ] && command -v "$name" >/dev/null && { echo "$name"; return; }
  done
}

finish() {
  trap - EXIT INT TERM
  kill "$server" "$(cat .pocket/stand.pid)" "${browser_pid:-$server}" 2>/dev/null
  exit 0
}

serve &
server=$!
trap finish EXIT INT TERM
for _ in $(seq 240); do
  curl -fs -o /dev/null "$address/health" && break
  sleep 0.5
done
if ! curl -fs -o /dev/null "$address/health"; then
  tail -n 5 "$log"
  exit 1
fi

browser="$(find_browser)"
[ -n "$browser" ] || { echo "No browser found; open $address by hand. The server runs on."; wait "$server"; }
command -v xset >/dev/null && [ -n "${DISPLAY:-}" ] && xset s off -dpms
awake=()
command -v systemd-inhibit >/dev/null && systemd-inhibit true 2>/dev/null && awake=(systemd-inhibit --what=idle:sleep)
read -ra more <<<"${BROWSER_FLAGS:-}"
while true; do
  "${awake[@]}" "$browser" --kiosk --noerrdialogs --disable-pinch --overscroll-history-navigation=0 --no-first-run \
    --disable-session-crashed-bubble --disable-features=Translate --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$PWD/.pocket/browser" "${more[@]}" "$address/" \
    >>"$log" 2>&1 &
  browser_pid=$!
  wait "$browser_pid"
  sleep 1
done
