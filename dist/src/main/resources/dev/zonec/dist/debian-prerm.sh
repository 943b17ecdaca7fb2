#!/bin/sh
# Removes the class archive that was made after the installation.
set -e

rm -f /usr/lib/zonec/lib/zonec.jsa /usr/lib/zonec/lib/zonec.jsa.part
