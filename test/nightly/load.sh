#!/usr/bin/env bash
# Runs the tests again and again on a machine that is busy with eight other things, and says how long each run took and what failed.
# After `npm run build`: bash test/nightly/load.sh [RUNS] [TESTS …], ten of all if nothing is given.
set -uo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-10}
shift || true
busy=()
for _ in 1 2 3 4 5 6 7 8; do
  while :; do :; done &
  busy+=($!)
done
trap 'kill "${busy[@]}"' EXIT
failed=0
for ((run = 1; run <= runs; run++)); do
  started=$SECONDS
  log=$(NO_COLOR=1 npx vitest run "$@" 2>&1)
  code=$?
  echo "run $run: exit $code, $((SECONDS - started)) s, load $(cut -d' ' -f1 /proc/loadavg)"
  if [ $code != 0 ]; then
    failed=1
    grep -aE '^ *(FAIL|Error:|AssertionError)' <<<"$log"
  fi
done
exit $failed
