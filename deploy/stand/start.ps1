# Start the stand on Windows 10 or 11; it is looked after by `pocket kiosk` (dashboard/stand/kiosk.py).
#   powershell -ExecutionPolicy Bypass -File deploy\stand\start.ps1 [profile] [-Start JP]   settings: deploy\stand\stand.env
#   powershell -ExecutionPolicy Bypass -File deploy\stand\start.ps1 -Setup        only set up: once, with a network
param([string]$Fair, [string]$Start, [switch]$Setup)
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Step([string]$Failed, [scriptblock]$Command) { # PowerShell itself goes on when a program fails
  $global:LASTEXITCODE = 0
  try { & $Command } catch { Write-Host $_; $global:LASTEXITCODE = 1 }
  if ($LASTEXITCODE -ne 0) { Write-Host $Failed; exit 1 }
}

if (-not (Test-Path .venv\Scripts\pocket.exe)) {
  Step "Python 3.11 or newer is needed; get it from python.org, with the launcher py." {
    py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))"
  }
  Step "The folder .venv could not be made." { py -3 -m venv .venv }
  Step "The packages could not be installed. Is there a network?" {
    .venv\Scripts\python -m pip install -q --require-hashes -r requirements.lock
  }
  Step "The dashboard could not be installed." { .venv\Scripts\python -m pip install -q --no-deps --no-build-isolation -e . }
}
if ($Setup) { exit 0 }
$chosen = @($Fair | Where-Object { $_ })
if ($Start) { $chosen += @("--start", $Start) }
$own = @(if (Test-Path deploy\stand\stand.env) { "--settings"; "deploy\stand\stand.env" })
& .venv\Scripts\pocket kiosk @own @chosen
exit $LASTEXITCODE
