# Start the stand on Windows 10 or 11; it is looked after by `pocket kiosk` (dashboard/stand/kiosk.py).
#   powershell -ExecutionPolicy Bypass -File deploy\stand\start.ps1 [profile]     settings: deploy\stand\stand.env
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
if (-not (Test-Path .venv\Scripts\pocket.exe)) {
  py -3 -m venv .venv
  .venv\Scripts\python -m pip install -q --require-hashes -r requirements.lock
  .venv\Scripts\python -m pip install -q --no-deps --no-build-isolation -e .
}
.venv\Scripts\pocket kiosk --settings deploy\stand\stand.env @args
exit $LASTEXITCODE
