@echo off
rem Deposez des fichiers ou des dossiers sur ce fichier : ils sont lus, et ce qui en sort va dans
rem "resultats-ingest", a cote du premier d'entre eux. Les originaux ne sont que lus.
rem Sans accents, a dessein : selon la machine, l'invite de commandes les lirait autrement.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Ingest
set "PROGRAMME=%~dp0ingest.exe"

if not exist "%PROGRAMME%" (
    echo ingest.exe n'est pas dans ce dossier. Extrayez d'abord toute l'archive, puis recommencez.
    goto fin
)

if "%~1"=="" (
    echo Faites glisser des fichiers ou un dossier sur demarrer.cmd pour les lire.
    echo La page "ici" qui s'ouvre dit tout le reste.
    for %%F in ("%~dp0*.html") do start "" "%%~fF"
    goto fin
)

set "SORTIE=%~dp1resultats-ingest"

"%PROGRAMME%" run %* --out "%SORTIE%"
set "STATUT=%ERRORLEVEL%"

if "%STATUT%"=="2" goto fin
if "%STATUT%"=="130" goto fin
if "%STATUT%"=="4" "%PROGRAMME%" doctor

echo.
"%PROGRAMME%" export "%SORTIE%" --out "%SORTIE%\classeur" --format xlsx

echo.
echo Tout est dans : "%SORTIE%"
echo Le classeur pour Excel est dans son dossier "classeur".

:fin
echo.
pause
