# Start the stand on Windows 10 or 11: the server, started again if it ends, and a browser in kiosk mode.
#   powershell -ExecutionPolicy Bypass -File deploy\stand\start.ps1 [profile]     settings: deploy\stand\stand.env
param([string]$Stand = "")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

$file = Join-Path $PSScriptRoot "stand.env"
if (Test-Path $file) {
  foreach ($line in Get-Content $file) {
    if ($line -match '^(POCKET_\w+)=(.+)$') { [Environment]::SetEnvironmentVariable($Matches[1], $Matches[2]) }
  }
}
if ($Stand) { $env:POCKET_PROFILE = $Stand }
if (-not $env:POCKET_PORT) { $env:POCKET_PORT = "8501" }
$address = "http://127.0.0.1:$($env:POCKET_PORT)"
New-Item -ItemType Directory -Force .pocket | Out-Null

if (-not (Test-Path .venv\Scripts\pocket.exe)) {
  py -3 -m venv .venv
  .venv\Scripts\python -m pip install -q --require-hashes -r requirements.lock
  .venv\Scripts\python -m pip install -q --no-deps --no-build-isolation -e .
}

function Start-Server {
  Start-Process .venv\Scripts\python.exe "-m streamlit run dashboard/stand/server.py --server.port=$($env:POCKET_PORT)" `
    -WindowStyle Hidden -PassThru -RedirectStandardError .pocket\stand.log -RedirectStandardOutput .pocket\stand.out.log
}

function Test-Server {
  try { (Invoke-WebRequest "$address/health" -UseBasicParsing -TimeoutSec 3).StatusCode -eq 200 } catch { $false }
}

$env:POCKET_MODE = "stand"
$server = Start-Server
foreach ($try in 1..120) { if (Test-Server) { break }; Start-Sleep 1 }
if (-not (Test-Server)) { Get-Content .pocket\stand.log -Tail 5; exit 1 }

$browser = @(
  "${env:ProgramFiles(x86)}\Microsoft\Edge\Application\msedge.exe", "$env:ProgramFiles\Microsoft\Edge\Application\msedge.exe",
  "$env:ProgramFiles\Google\Chrome\Application\chrome.exe"
) | Where-Object { Test-Path $_ } | Select-Object -First 1
$flags = "--kiosk", "--edge-kiosk-type=fullscreen", "--noerrdialogs", "--disable-pinch", "--overscroll-history-navigation=0",
  "--no-first-run", "--disable-features=Translate", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--user-data-dir=$PWD\.pocket\browser", "$address/"
$window = Start-Process $browser $flags -PassThru
try {
  while ($true) {
    Start-Sleep 2
    if ($server.HasExited) { $server = Start-Server }
    if ($window.HasExited) { $window = Start-Process $browser $flags -PassThru }
  }
} finally { Stop-Process -Id $server.Id, $window.Id -ErrorAction SilentlyContinue }
