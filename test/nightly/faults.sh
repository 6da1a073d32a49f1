#!/usr/bin/env bash
# Faults that need root or minutes: a really full disk, a read-only mount, kill -9 at random moments, no network, other
# clocks. Run as root after `npm run build`: bash test/nightly/faults.sh [KILLS]. What the machine cannot do is said and skipped.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
bin=$root/bin/plan.js
example=$root/examples/township-2016
kills=${1:-200}
work=$(mktemp -d)
mounts=()
failed=0
finish() {
  for mount in "${mounts[@]}"; do umount "$mount" 2>/dev/null; done
  rm -rf "$work"
}
trap finish EXIT
export PLAN_LANG=zh PLAN_CACHE_DIR=$work/cache
plan() { node "$bin" "$@"; }
ok() { echo "ok      $*"; }
bad() { echo "FAILED  $*"; failed=1; }
skip() { echo "skipped $*"; }
# expect WHAT CODE PATTERN COMMAND...: the exit code, the sentence, and no stack trace
expect() {
  local what=$1 want=$2 pattern=$3 said code
  shift 3
  said=$("$@" 2>&1 >/dev/null </dev/null)
  code=$?
  if [ "$code" = "$want" ] && grep -q "$pattern" <<<"$said" && ! grep -qE '^ +at |node:internal' <<<"$said"; then
    ok "$what"
  else
    bad "$what: exit $code: $said"
  fi
}

# Every command that writes, on a disk of 64 kB with one page left for the entry.
mkdir "$work/small"
if mount -t tmpfs -o size=64k none "$work/small" 2>/dev/null; then
  mounts+=("$work/small")
  cp -r "$example" "$work/small/plan"
  head -c 1M /dev/zero >"$work/small/ballast" 2>/dev/null
  printf old >"$work/old"
  cd "$work/small" || exit 2
  before=$(find . -type f ! -name ballast -exec md5sum {} + | sort)
  expect 'full disk: init' 2 '磁盘已满' node "$bin" init new --yes
  expect 'full disk: export' 2 '磁盘已满' node "$bin" export plan -o a.xlsx
  for each in check:json check:sarif report:docx report:html checklist:xlsx schedule:ics notice:docx document:docx select:json batch:csv batch:html; do
    command=${each%:*} format=${each#*:}
    output=(-f "$format" -o a.out)
    expect "full disk: $command $format" 2 '磁盘已满' node "$bin" "$command" plan "${output[@]}"
  done
  printf 'year: ２０１６\n' >"$work/habits.yaml"
  rm -rf new
  [ "$(find . -type f ! -name ballast -exec md5sum {} + | sort)" = "$before" ] && ok 'full disk: nothing new, nothing changed' || bad 'full disk: files changed'
  PLAN_CACHE_DIR=$work/small/cache plan batch plan >/dev/null 2>&1
  [ $? = 0 ] && ok 'full disk: the cache is done without' || bad 'full disk: cache'
  cd "$work" || exit 2
else
  skip 'full disk: no tmpfs can be mounted'
fi

mkdir "$work/locked"
cp -r "$example/." "$work/locked"
if mount --bind "$work/locked" "$work/locked" 2>/dev/null && mount -o remount,ro,bind "$work/locked" 2>/dev/null; then
  mounts+=("$work/locked")
  expect 'read-only: -o' 2 '只读' node "$bin" report "$work/locked" -o "$work/locked/a.html"
  expect 'read-only: init' 2 '只读' node "$bin" init "$work/locked/new" --yes
  expect 'read-only: check' 0 '' node "$bin" check "$work/locked"
  PLAN_CACHE_DIR=$work/locked/cache plan batch "$work/locked" >/dev/null 2>&1
  [ $? = 0 ] && ok 'read-only: the cache is done without' || bad 'read-only: cache'
else
  skip 'read-only: no bind mount'
fi

# kill -9 at random moments: the file has the old bytes or the new ones, whatever is left beside it is for its owner.
sed '0,/role: nominee/s//role: reserve/' "$example/candidates.yaml" >"$work/roster"
printf 'year: ２０１６\norganization: { name: 某镇党委 }\n' >"$work/habits"
kill_loop() {
  local what=$1 file=$2 prepare=$3 killed=0 wrong=0 left=0 new='' old=''
  shift 3
  rm -rf "$work/k" && mkdir "$work/k" && cd "$work/k" && eval "$prepare"
  old=$([ -e "$file" ] && md5sum <"$file")
  local start=$(date +%s%N)
  "$@" >/dev/null 2>&1
  local took=$((($(date +%s%N) - start) / 1000000))
  new=$(md5sum <"$file")
  for ((round = 0; round < kills; round++)); do
    cd "$work" && rm -rf "$work/k" && mkdir "$work/k" && cd "$work/k" && eval "$prepare"
    "$@" >/dev/null 2>&1 &
    local child=$!
    sleep "$(printf '0.%03d' $((took / 3 + RANDOM % (took + 1))))"
    kill -9 "$child" 2>/dev/null && killed=$((killed + 1))
    wait "$child" 2>/dev/null
    local now=$([ -e "$file" ] && md5sum <"$file")
    [ "$now" = "$old" ] || [ "$now" = "$new" ] || wrong=$((wrong + 1))
    [ -z "$(find . -name '.*.tmp' -perm /077)" ] || wrong=$((wrong + 1))
    # The next run takes away what is left.
    if [ -n "$(find . -name '.*.tmp')" ]; then
      left=$((left + 1))
      node "$bin" check . >/dev/null 2>&1
      [ -z "$(find . -name '.*.tmp')" ] || wrong=$((wrong + 1))
    fi
  done
  cd "$work" || exit 2
  [ "$wrong" = 0 ] && ok "kill -9: $what, $killed of $kills runs killed, $left drafts left and taken away" || bad "kill -9: $what: $wrong wrong"
}
kill_loop 'check --fix' plan.yaml 'cp "$work/habits" plan.yaml' node "$bin" check --fix
kill_loop 'check --fix through a link' plan.yaml 'mkdir real && cp "$work/habits" real/plan.yaml && ln -s real/plan.yaml plan.yaml' node "$bin" check --fix
kill_loop 'select --write' candidates.yaml 'cp "$example"/*.yaml . && cp "$work/roster" candidates.yaml' node "$bin" select --write
kill_loop 'init' plan.yaml ':' node "$bin" init --yes --year 2026
kill_loop 'batch -o' a.html 'printf old >a.html' node "$bin" batch "$example" --as-of 2016-06-01 --no-cache -f html -o a.html --force

# Every command with and without a network, and what it asks of the system.
commands=('check' 'check -f json' 'batch' 'batch --jobs 2 -f json --no-cache' 'checklist' 'report' 'schedule' 'notice' 'document' 'select --resilience' 'explain timeline/order')
others=('--help' 'schema' 'completion bash' 'explain')
for command in "${commands[@]}"; do others+=("$command $example"); done
if unshare -n true 2>/dev/null; then
  wrong=0
  for command in "${others[@]}"; do
    # The words of a command are split on purpose.
    outside=$(plan $command --as-of 2016-06-01 2>&1; echo $?)
    inside=$(unshare -n node "$bin" $command --as-of 2016-06-01 2>&1; echo $?)
    [ "$outside" = "$inside" ] || { bad "no network: $command differs"; wrong=1; }
  done
  for format in docx xlsx html; do
    plan report "$example" -o "$work/out.$format" --as-of 2016-06-01 2>/dev/null
    unshare -n node "$bin" report "$example" -o "$work/in.$format" --as-of 2016-06-01 2>/dev/null
    cmp -s "$work/out.$format" "$work/in.$format" || { bad "no network: $format differs"; wrong=1; }
  done
  [ $wrong = 0 ] && ok "no network: ${#others[@]} commands and 3 formats as with one"
else
  skip 'no network: no namespace'
fi
if command -v strace >/dev/null; then
  wrong=0
  for command in "${others[@]}" "report $example -o $work/s.docx" "export $example -o $work/s.xlsx" "import $work/s.xlsx -o $work/s.yaml"; do
    strace -f -e trace=network -o "$work/trace" node "$bin" $command --as-of 2016-06-01 >/dev/null 2>&1
    [ -s "$work/trace" ] || { bad "strace: no trace of $command"; wrong=1; }
    if grep -E 'AF_INET|AF_INET6|AF_NETLINK' "$work/trace"; then bad "strace: $command"; wrong=1; fi
  done
  [ $wrong = 0 ] && ok "strace: no network call in $((${#others[@]} + 3)) commands"
else
  skip 'strace is not installed'
fi

# Every zone, and clocks far away.
sums=$(for zone in Etc/GMT{+{0..12},-{1..14}} America/New_York America/Sao_Paulo Australia/Lord_Howe Asia/Shanghai; do
  for folder in "$root"/examples/*/; do
    [ -e "$folder/plan.yaml" ] && TZ=$zone plan check "$folder" -f json --as-of 2016-03-13
  done | md5sum
done | sort -u | wc -l)
[ "$sums" = 1 ] && ok 'zones: 31, all examples, the same bytes' || bad "zones: $sums different results"
if command -v faketime >/dev/null; then
  for year in 2099 1971; do
    as_of=$(faketime "$year-02-28 12:00:00" node "$bin" check "$example" -f json 2>/dev/null | grep -o '"asOf": "[^"]*"')
    [ "$as_of" = "\"asOf\": \"$year-02-28\"" ] && ok "clock in $year" || bad "clock in $year: $as_of"
  done
else
  skip 'clocks: faketime is not installed (test/trust/faults.test.ts sets them within)'
fi
exit $failed
