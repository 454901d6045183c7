#!/usr/bin/env bash
# The one step of the action. Inputs are environment variables; nothing is evaluated. Needs bash 3.2, the usual POSIX tools, a JDK
# of 17 or later and Maven.
#
# Maven runs code of the pull request (plugins, extensions), as the same user as this script. So the token leaves this process's
# environment before Maven starts and comes back only to the publisher, by its standard input; Maven gets an environment by name; and
# what the publisher relies on is laid aside and held to its hash. That keeps secrets from careless builds and shows tampering; code
# that sets out to attack its own runner can replace the JDK itself. Whoever has to expect that uses two jobs: see README, "Who can
# see the token".
set -u

say() { printf '::%s title=incident-advisor::%s\n' "$1" "$2"; }

die() {
  say error "$1"
  exit 2
}

# The names in the arguments that are set, as NAME=VALUE in the array "kept".
keep() {
  local name
  for name in "$@"; do
    case $name in
      '' | [0-9]* | *[!A-Za-z0-9_]*) continue ;;
    esac
    if [ -n "${!name+set}" ]; then kept[${#kept[@]}]="$name=${!name}"; fi
  done
}

system_names=(
  PATH HOME USER LOGNAME TMPDIR LANG LC_ALL LC_CTYPE TZ CI
  SYSTEMROOT SystemRoot WINDIR windir COMSPEC ComSpec PATHEXT USERPROFILE APPDATA LOCALAPPDATA TEMP TMP MSYSTEM
  ProgramFiles ProgramData
)
maven_names=(JAVA_HOME MAVEN_OPTS MAVEN_ARGS MAVEN_HOME M2_HOME JAVA_TOOL_OPTIONS)
jdk_names=(
  JAVA_HOME_25_X64 JAVA_HOME_25_ARM64 JAVA_HOME_25_arm64 JAVA_HOME_21_X64 JAVA_HOME_21_ARM64 JAVA_HOME_21_arm64
  JAVA_HOME_17_X64 JAVA_HOME_17_ARM64 JAVA_HOME_17_arm64
)
network_names=(
  https_proxy HTTPS_PROXY http_proxy HTTP_PROXY no_proxy NO_PROXY NODE_EXTRA_CA_CERTS SSL_CERT_FILE JAVA_TOOL_OPTIONS
)
github_names=(
  GITHUB_API_URL GITHUB_SERVER_URL GITHUB_REPOSITORY GITHUB_EVENT_NAME GITHUB_SHA GITHUB_REF GITHUB_RUN_ID
  GITHUB_STEP_SUMMARY GITHUB_OUTPUT
)
runner_names=(GITHUB_EVENT_PATH GITHUB_WORKSPACE GITHUB_ENV GITHUB_PATH GITHUB_STATE GITHUB_ACTION_PATH RUNNER_TEMP)
option_names=(
  INCIDENT_ADVISOR_FAIL_ON INCIDENT_ADVISOR_COMMENT INCIDENT_ADVISOR_CHECK INCIDENT_ADVISOR_SUGGESTIONS
  INCIDENT_ADVISOR_LABELS INCIDENT_ADVISOR_SARIF INCIDENT_ADVISOR_DRAFTS INCIDENT_ADVISOR_COMMENT_AUTHOR
  INCIDENT_ADVISOR_WORKING_DIRECTORY
  INCIDENT_ADVISOR_ISSUES INCIDENT_ADVISOR_LEAD_TIMES INCIDENT_ADVISOR_MOST_ISSUES INCIDENT_ADVISOR_MILESTONES
  INCIDENT_ADVISOR_MOST_PULLS
  INCIDENT_ADVISOR_MODEL INCIDENT_ADVISOR_MODEL_BASE_URL INCIDENT_ADVISOR_SECOND_READING
)
own_names=(
  INCIDENT_ADVISOR_MODE INCIDENT_ADVISOR_BASE INCIDENT_ADVISOR_REPORT
  INCIDENT_ADVISOR_MAVEN_ARGS INCIDENT_ADVISOR_MAVEN_ENV INCIDENT_ADVISOR_JAR
)

words() { IFS=' ' read -r -a split <<<"$1" || true; }

# Starts this script anew with nothing in its environment but what it needs. The token and the key of a model come by a pipe, which
# is empty once read, and live in variables that no child inherits.
start_clean() {
  kept=()
  keep "${system_names[@]}" "${maven_names[@]}" "${jdk_names[@]}" "${network_names[@]}" "${github_names[@]}" \
    "${runner_names[@]}" "${option_names[@]}" "${own_names[@]}"
  split=()
  words "${INCIDENT_ADVISOR_MAVEN_ENV:-}"
  keep ${split[@]+"${split[@]}"}
  exec 3< <(printf '%s\n%s\n' "${INCIDENT_ADVISOR_TOKEN:-}" "${OPENAI_API_KEY:-}")
  exec env -i "${kept[@]}" INCIDENT_ADVISOR_CLEAN=1 "$BASH" "$0"
}

sha256() {
  if [ -n "$hasher" ]; then "$hasher" "$1"; else "$shasum" -a 256 "$1"; fi | { read -r hash _ && printf '%s' "${hash#\\}"; }
}

java_major() {
  "$1" -version 2>&1 | sed -n 's/^.* version "\([0-9]*\).*$/\1/p' | head -n 1
}

# The JDK of this job if it is new enough, else one that the runner image brings.
find_java() {
  local candidate name major
  java=
  for candidate in ${JAVA_HOME:+"$JAVA_HOME/bin/java"} "$(command -v java || true)"; do
    if [ -z "$candidate" ] || ! [ -x "$candidate" ]; then continue; fi
    major=$(java_major "$candidate")
    if [ "${major:-0}" -ge 17 ]; then java=$candidate && return; fi
  done
  for name in "${jdk_names[@]}"; do
    if [ -n "${!name:-}" ] && [ -x "${!name}/bin/java" ]; then
      java="${!name}/bin/java"
      export JAVA_HOME="${!name}"
      return
    fi
  done
  die "There is no JDK of 17 or later on this runner; add actions/setup-java before this step."
}

find_maven() {
  maven=$(command -v mvn || true)
  if [ -z "$maven" ] && [ -x "./mvnw" ]; then maven="$PWD/mvnw"; fi
  if [ -z "$maven" ]; then die "There is no Maven on this runner, and no ./mvnw in ${PWD##*/}."; fi
}

# Runs Maven with an environment by name, in a process group of its own that does not outlive it. Workflow commands in its output
# are not obeyed.
run_maven() {
  local stop status
  kept=()
  keep "${system_names[@]}" "${maven_names[@]}"
  split=()
  words "${INCIDENT_ADVISOR_MAVEN_ENV:-}"
  keep ${split[@]+"${split[@]}"}
  stop="incident-advisor-$RANDOM$RANDOM$RANDOM$RANDOM"
  printf '::stop-commands::%s\n' "$stop"
  set -m
  env -i "${kept[@]}" "$maven" -B -ntp "$@" </dev/null &
  status=0
  wait $! || status=$?
  kill -KILL -- "-$!" 2>/dev/null || true
  set +m
  printf '\n::%s::\n' "$stop"
  return $status
}

# The publisher's jar and the event, laid aside before anything of the project runs.
lay_aside() {
  local properties version wanted
  properties="$GITHUB_ACTION_PATH/release.properties"
  version=$(sed -n 's/^version=//p' "$properties")
  wanted=$(sed -n 's/^sha256=//p' "$properties")
  if [ -n "${INCIDENT_ADVISOR_JAR:-}" ]; then
    cp "$INCIDENT_ADVISOR_JAR" "$aside/publisher.jar" || die "The jar that INCIDENT_ADVISOR_JAR names cannot be read."
  elif [ -z "$wanted" ]; then
    die "This checkout of the action is no release: use a tag, or set INCIDENT_ADVISOR_JAR to a jar built from it."
  else
    mkdir "$aside/fetch"
    (cd "$aside/fetch" && run_maven -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
      "-Dartifact=io.github.incident-advisor:incident-advisor-action:$version:jar:all" "-DoutputDirectory=$aside/fetch") \
      || die "incident-advisor-action $version cannot be fetched from the Maven repository."
    mv "$aside/fetch/incident-advisor-action-$version-all.jar" "$aside/publisher.jar"
    if [ "$(sha256 "$aside/publisher.jar")" != "$wanted" ]; then
      die "incident-advisor-action $version is not the jar that was released: its hash differs."
    fi
  fi
  # By the clock, or by hand: what has to move and by when, and not what a change does.
  case ${GITHUB_EVENT_NAME:-} in
    schedule | workflow_dispatch | repository_dispatch) goal=scan ;;
    *) goal=check ;;
  esac
  plugin="io.github.incident-advisor:incident-advisor-maven-plugin:$version:$goal"
  jar_hash=$(sha256 "$aside/publisher.jar")
  event_hash=
  if [ -n "${GITHUB_EVENT_PATH:-}" ] && [ -f "$GITHUB_EVENT_PATH" ]; then
    cp "$GITHUB_EVENT_PATH" "$aside/event.json"
    event_hash=$(sha256 "$aside/event.json")
  fi
}

# The client library for models, when one is configured: large, so that nobody else fetches it. Without it the template's words stand.
fetch_model() {
  local jar
  model_hash=
  if [ -z "${INCIDENT_ADVISOR_MODEL:-}" ]; then return; fi
  mkdir "$aside/model"
  cp "$GITHUB_ACTION_PATH/model/pom.xml" "$aside/model/pom.xml"
  if ! (cd "$aside/model" && run_maven -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies \
    -DincludeScope=runtime "-DoutputDirectory=$aside/model/jars"); then
    say warning "The client library for models cannot be fetched from the Maven repository; the template's words stand."
    return
  fi
  for jar in "$aside/model/jars"/*.jar; do
    if ! grep -q -x -F "$(sha256 "$jar")  ${jar##*/}" "$GITHUB_ACTION_PATH/model/sha256"; then
      say warning "${jar##*/} is not the jar that this release names: its hash differs. The template's words stand."
      return
    fi
  done
  model_hash=$(hash_of_model)
}

hash_of_model() {
  local jar
  for jar in "$aside/model/jars"/*.jar; do sha256 "$jar"; done >"$aside/model/hashes"
  sha256 "$aside/model/hashes"
}

untouched() {
  [ "$(sha256 "$aside/publisher.jar")" = "$jar_hash" ] || return 1
  [ -z "$model_hash" ] || [ "$(hash_of_model)" = "$model_hash" ] || return 1
  [ -z "$event_hash" ] || [ "$(sha256 "$aside/event.json")" = "$event_hash" ]
}

runner_file() {
  case $1 in
    0) printf '%s' "${GITHUB_ENV:-}" ;;
    1) printf '%s' "${GITHUB_PATH:-}" ;;
    2) printf '%s' "${GITHUB_OUTPUT:-}" ;;
    3) printf '%s' "${GITHUB_STEP_SUMMARY:-}" ;;
    4) printf '%s' "${GITHUB_STATE:-}" ;;
  esac
}

# The runner reads these files after the step; the build is not told where they are, but can look for them.
save_runner_files() {
  local i file
  for i in 0 1 2 3 4; do
    file=$(runner_file "$i")
    if [ -n "$file" ] && [ -f "$file" ]; then cp "$file" "$aside/runner-$i"; fi
  done
}

restore_runner_files() {
  local i file
  for i in 0 1 2 3 4; do
    file=$(runner_file "$i")
    if [ -n "$file" ] && [ -f "$aside/runner-$i" ] && ! cmp -s "$aside/runner-$i" "$file"; then
      cat "$aside/runner-$i" >"$file"
      say warning "The build wrote to a file by which steps give orders to the runner; that was undone. Look at what it runs."
    fi
  done
}

# The commit to compare with, in "base"; empty when the engine is to look for itself.
find_base() {
  local word tip
  base=${INCIDENT_ADVISOR_BASE:-}
  if [ -n "$base" ] || ! command -v git >/dev/null; then return; fi
  word=
  tip=
  read -r word tip <<<"$(run_java base)" || true
  if [ -z "$word" ]; then return; fi
  if [ "$word" = parent ]; then
    if [ "$(git rev-parse HEAD 2>/dev/null)" = "${GITHUB_SHA:-}" ]; then
      # What actions/checkout gives by default is GitHub's merge of the pull request with its base.
      base=$(git rev-parse -q --verify 'HEAD^1^{commit}' 2>/dev/null) && return
    elif [ -n "$tip" ]; then
      base=$(git merge-base "$tip" HEAD 2>/dev/null) && return
    fi
    base=
  elif git cat-file -e "$word^{commit}" 2>/dev/null; then
    base=$word
    return
  fi
  if [ "$(git rev-parse --is-shallow-repository 2>/dev/null)" = true ]; then
    say warning "The base is not in this clone, so the state is judged and not the change: set 'fetch-depth: 2' at actions/checkout for pull requests, 0 for merge queues and pushes."
  fi
}

warn_of_credentials() {
  if command -v git >/dev/null && git config --get-regexp '^http\..*\.extraheader$' >/dev/null 2>&1; then
    say warning "actions/checkout left its token in the clone's git configuration, where the build can read it: set 'persist-credentials: false' there."
  fi
}

run_java() {
  kept=()
  keep "${system_names[@]}" "${network_names[@]}" "${github_names[@]}" "${option_names[@]}"
  if [ -n "$event_hash" ]; then kept[${#kept[@]}]="GITHUB_EVENT_PATH=$aside/event.json"; fi
  kept[${#kept[@]}]="INCIDENT_ADVISOR_REPORT=$report"
  if [ -n "$model_hash" ]; then kept[${#kept[@]}]="INCIDENT_ADVISOR_MODEL_JARS=$aside/model/jars"; fi
  env -i "${kept[@]}" "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$aside/publisher.jar" "$@"
}

analyse() {
  warn_of_credentials
  save_runner_files
  find_base
  split=()
  words "${INCIDENT_ADVISOR_MAVEN_ARGS:-}"
  echo "::group::incident-advisor: analysis"
  run_maven ${split[@]+"${split[@]}"} "$plugin" ${base:+"-Dincident-advisor.base=$base"} \
    "-Dincident-advisor.outputDirectory=$out" -Dincident-advisor.formats=console,json \
    -Dincident-advisor.failOn=never -Dincident-advisor.failOnError=true \
    || say warning "The analysis did not run to its end; its log says why."
  begin_migrations
  echo "::endgroup::"
  restore_runner_files
}

# The mechanical part of what is due, as data for the publisher; the working directory is not touched.
begin_migrations() {
  local id
  if [ "$goal" != scan ] || [ "${INCIDENT_ADVISOR_MOST_PULLS:-0}" = 0 ] || ! [ -f "$report" ]; then return; fi
  for id in $(run_java migrations); do
    words "${INCIDENT_ADVISOR_MAVEN_ARGS:-}"
    run_maven ${split[@]+"${split[@]}"} "${plugin%:*}:migrate" "-Dincident-advisor.id=$id" \
      "-Dincident-advisor.outputDirectory=$out" -Dincident-advisor.failOn=never \
      || say warning "The migration $id could not be begun; the log says why."
  done
}

main() {
  local mode temporary status
  if [ -z "${INCIDENT_ADVISOR_CLEAN:-}" ]; then start_clean; fi
  token=
  key=
  IFS= read -r token <&3 || true
  IFS= read -r key <&3 || true
  exec 3<&-
  mode=${INCIDENT_ADVISOR_MODE:-auto}
  case $mode in
    auto | analyse | publish) ;;
    *) die "mode must be auto, analyse or publish." ;;
  esac
  case "$mode ${GITHUB_EVENT_NAME:-}" in
    "analyse pull_request_target" | "auto pull_request_target")
      die "Under pull_request_target Maven would run a stranger's code with this job's rights: use pull_request, and workflow_run with mode 'publish' (README, Forks)."
      ;;
    # With workflow_run the default branch is checked out, and nothing of what the event is about.
    analyse\ * | "auto workflow_run")
      token=
      key=
      INCIDENT_ADVISOR_MODEL=
      ;;
  esac
  GITHUB_ACTION_PATH=${GITHUB_ACTION_PATH:-${0%/*}}
  hasher=$(command -v sha256sum || true)
  shasum=$(command -v shasum || true)
  if [ -z "$hasher$shasum" ]; then die "There is neither sha256sum nor shasum on this runner."; fi
  temporary=${RUNNER_TEMP:-${TMPDIR:-/tmp}}
  aside=$(mktemp -d "$temporary/incident-advisor.XXXXXX") || die "Nothing can be written to RUNNER_TEMP."
  out=$(mktemp -d "$temporary/incident-advisor-report.XXXXXX") || die "Nothing can be written to RUNNER_TEMP."
  trap 'rm -rf "$aside"' EXIT
  cd "${GITHUB_WORKSPACE:-.}" || die "GITHUB_WORKSPACE cannot be entered."
  report=${INCIDENT_ADVISOR_REPORT:-}
  if [ "$mode" = publish ]; then
    if [ -d "$report" ]; then report="$report/report.json"; fi
    if [ -z "$report" ]; then die "mode 'publish' needs the input 'report'."; fi
  else
    report="$out/report.json"
    cd "${INCIDENT_ADVISOR_WORKING_DIRECTORY:-.}" || die "working-directory is no folder of this repository."
  fi
  find_java
  find_maven
  lay_aside
  fetch_model
  if [ "$mode" != publish ]; then
    analyse
    if ! untouched; then die "The build changed the publisher or the event, which it has no business with. Nothing is published."; fi
  fi
  printf '%s\n%s\n' "$token" "$key" | run_java publish -
  status=${PIPESTATUS[1]}
  token=
  key=
  return "$status"
}

# Read to its end before anything runs, since a build could otherwise write the rest of it.
{
  main
  exit $?
}
