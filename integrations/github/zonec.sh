#!/bin/sh
# Verifies a program, compares the change with its base, and comments on the pull request.
#
# Every input is an environment variable, so that no text of a pull request becomes part of a script. See
# docs/guide/pipelines.md for the variables.
set -u

zonec=${ZONEC:-zonec}
name=${ZONEC_NAME:-zonec}
fail_on=${ZONEC_FAIL_ON:-assertion}
api=${GITHUB_API_URL:-https://api.github.com}
author=${ZONEC_COMMENT_AUTHOR:-github-actions[bot]}
summary=${GITHUB_STEP_SUMMARY:-/dev/null}
marker="<!-- zonec report: $name -->"

# GitHub accepts comments of 65,536 characters.
longest=65000

case $name in
  *[!A-Za-z0-9._-]*)
    echo "zonec: the name of the report may have letters, digits and . _ - only" >&2
    exit 2
    ;;
esac

out=${RUNNER_TEMP:-/tmp}/zonec-report-$name
rm -rf "$out"
mkdir -p "$out" || exit 2

# Returns 0 if the exit code $1 is more serious than $2.
worse() {
  [ "$(weight "$1")" -gt "$(weight "$2")" ]
}

weight() {
  case $1 in
    0) echo 0 ;;
    4) echo 1 ;;
    1) echo 2 ;;
    3) echo 3 ;;
    2) echo 4 ;;
    *) echo 5 ;;
  esac
}

# Adds an option with a value to the arguments of verify and diff, for each line of $2.
shared() {
  printf '%s\n' "$2" | while IFS= read -r line; do
    [ -z "$line" ] || printf '%s\n%s\n' "$1" "$line"
  done
}

# Runs zonec with the arguments in $1, one on each line, and the other arguments.
run() {
  arguments=$1
  shift
  while IFS= read -r argument; do
    [ -z "$argument" ] || set -- "$@" "$argument"
  done <<LINES
$arguments
LINES
  "$zonec" "$@"
}

settings=$(
  shared --config "${ZONEC_CONFIG:-}"
  shared --env "${ZONEC_ENVIRONMENT:-}"
  shared -p "${ZONEC_PARAMETERS:-}"
  shared -m "${ZONEC_MANIFESTS:-}"
)

echo "zonec verify"
verify=0
# --out follows the settings, because the paths of the program come last.
run "$settings
${ZONEC_PROGRAM:-}" verify --all \
  --out "sarif=$out/verify.sarif" --out "md=$out/verify.md" --out "github=$out/verify.github" || verify=$?
exit_code=$verify

base=${ZONEC_BASE:-}
if [ -n "$base" ] && ! git cat-file -e "$base^{commit}" 2>/dev/null; then
  # A checkout has only the last commit, unless its depth is given.
  git fetch --quiet --no-tags --depth=1 origin -- "$base" ||
    echo "::warning title=zonec::the base $base is not in the checkout, and cannot be fetched"
fi
if [ -n "$base" ]; then
  echo "zonec diff --git $base"
  diff=0
  paths=${ZONEC_PROGRAM:-}
  [ -z "$paths" ] || paths="$paths
${ZONEC_MANIFESTS:-}"
  settings=$(
    shared --config "${ZONEC_CONFIG:-}"
    shared --env "${ZONEC_ENVIRONMENT:-}"
    shared -p "${ZONEC_PARAMETERS:-}"
  )
  run "$settings
$paths" diff --git "$base" --fail-on "$fail_on" \
    --out "sarif=$out/diff.sarif" --out "md=$out/diff.md" --out "github=$out/diff.github" || diff=$?
  ! worse "$diff" "$exit_code" || exit_code=$diff
fi

if [ "${ZONEC_ANNOTATIONS:-true}" = true ]; then
  for file in "$out/verify.github" "$out/diff.github"; do
    [ ! -s "$file" ] || cat "$file"
  done
fi

for file in "$out/diff.md" "$out/verify.md"; do
  [ ! -s "$file" ] || cat "$file" >>"$summary"
done

# Writes the comment: the difference first, and the verification if there is room for it.
comment() {
  printf '%s\n' "$marker"
  [ ! -s "$out/diff.md" ] || cat "$out/diff.md"
  if [ -s "$out/verify.md" ]; then
    if [ "$(cat "$out/diff.md" "$out/verify.md" 2>/dev/null | wc -c)" -le "$longest" ]; then
      cat "$out/verify.md"
    else
      head -n 1 "$out/verify.md"
      printf '\nThe summary of the workflow run has the details.\n'
    fi
  fi
}

# Says in the log and in the summary why there is no comment. This does not change the exit code.
no_comment() {
  echo "::notice title=zonec::no comment on the pull request: $1"
  printf '\n_There is no comment on the pull request: %s._\n' "$1" >>"$summary"
}

# Calls the API: method, path, and a file with the body. Prints the status; the answer is in $out/answer.json.
call() {
  # The token is read from a file and is not visible in the list of processes.
  printf 'header = "Authorization: Bearer %s"\n' "$GITHUB_TOKEN" >"$out/curl.conf"
  set -- --request "$1" ${3:+--data "@$3"} "$api/repos/$GITHUB_REPOSITORY$2"
  curl --silent --show-error --config "$out/curl.conf" --max-time 30 --output "$out/answer.json" \
    --write-out '%{http_code}' --header 'Accept: application/vnd.github+json' \
    --header 'X-GitHub-Api-Version: 2022-11-28' --header 'Content-Type: application/json' "$@" || echo " failed"
  rm -f "$out/curl.conf"
}

# Prints the id of the comment of an earlier run; nothing if there is none. Returns 1 if the API answers with an error.
earlier() {
  page=1
  while [ "$page" -le 100 ]; do
    status=$(call GET "/issues/$ZONEC_PULL_REQUEST/comments?per_page=100&page=$page" "")
    [ "$status" = 200 ] || return 1
    id=$(jq -r --arg marker "$marker" --arg author "$author" \
      'map(select(.user.login == $author and (.body | startswith($marker)))) | first | .id // empty' \
      "$out/answer.json") || return 1
    if [ -n "$id" ]; then
      echo "$id"
      return 0
    fi
    [ "$(jq length "$out/answer.json")" -eq 100 ] || return 0
    page=$((page + 1))
  done
}

publish() {
  umask 077
  comment >"$out/comment.md"
  jq -Rs '{body: .}' <"$out/comment.md" >"$out/comment.json" || {
    no_comment "the text cannot be written as JSON"
    return
  }
  if ! id=$(earlier); then
    no_comment "the comments cannot be read (HTTP $(status))"
    return
  fi
  if [ -n "$id" ]; then
    answered=$(call PATCH "/issues/comments/$id" "$out/comment.json")
  else
    answered=$(call POST "/issues/$ZONEC_PULL_REQUEST/comments" "$out/comment.json")
  fi
  case $answered in
    200 | 201) echo "zonec: the comment on pull request $ZONEC_PULL_REQUEST is up to date" ;;
    *) no_comment "it cannot be written (HTTP $answered)" ;;
  esac
}

status() {
  jq -r '.status // "error"' "$out/answer.json" 2>/dev/null || echo error
}

if [ "${ZONEC_COMMENT:-true}" = true ] && [ -n "${ZONEC_PULL_REQUEST:-}" ]; then
  case $ZONEC_PULL_REQUEST in
    *[!0-9]*)
      echo "zonec: ZONEC_PULL_REQUEST is not a number" >&2
      exit 2
      ;;
  esac
  if [ "${ZONEC_HEAD_REPOSITORY:-${GITHUB_REPOSITORY:-}}" != "${GITHUB_REPOSITORY:-}" ]; then
    no_comment "the pull request is from a fork, and workflows for forks may not write comments"
  elif [ -z "${GITHUB_TOKEN:-}" ]; then
    no_comment "there is no token"
  elif ! command -v jq >/dev/null || ! command -v curl >/dev/null; then
    no_comment "curl or jq is missing on the runner"
  else
    publish
  fi
fi

mkdir -p "$out/sarif"
for file in "$out/verify.sarif" "$out/diff.sarif"; do
  [ ! -s "$file" ] || mv "$file" "$out/sarif/"
done
rm -f "$out/answer.json" "$out/comment.json"
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  {
    echo "exit-code=$exit_code"
    echo "sarif=$out/sarif"
  } >>"$GITHUB_OUTPUT"
fi
exit "$exit_code"
