#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# run.sh PROGRAM SUBMIT: a Slurm of one node, made up in a temporary folder (munged, slurmctld, slurmd of Debian's packages
# munge and slurm-wlm), runs an array of four tasks of events and one of a cross section with the submission script
# SUBMIT, merges the pieces and compares them with what one process gives. Takes its daemons down whatever happens.
# Exits with 77 where Slurm is not installed or cannot run.
set -euo pipefail
program=$(realpath "$1") submit=$(realpath "$2")
export PATH=$PATH:/usr/sbin

skip() {
  echo "skipped: $*"
  exit 77
}
for command in munged slurmctld slurmd sbatch squeue; do
  command -v "$command" >/dev/null || skip "$command is not installed (Debian packages munge, slurm-wlm)"
done
[ "$(id -u)" = 0 ] || skip "the daemons of Slurm need root"

work=$(mktemp -d)
daemons=()
clean_up() {
  status=$?
  trap - EXIT INT TERM
  SLURM_CONF=$work/slurm.conf timeout 5 scancel --user=root 2>/dev/null || true
  for daemon in "${daemons[@]}"; do kill "$daemon" 2>/dev/null || true; done
  for _ in $(seq 50); do
    alive=0
    for daemon in "${daemons[@]}"; do ! kill -0 "$daemon" 2>/dev/null || alive=1; done
    [ $alive = 1 ] || break
    sleep 0.1
  done
  for daemon in "${daemons[@]}"; do kill -KILL "$daemon" 2>/dev/null || true; done
  if [ $status != 0 ] && [ $status != 77 ]; then tail -n 15 "$work"/*.log "$work"/*.out 2>/dev/null || true; fi
  rm -rf "$work"
  exit $status
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
chmod 755 "$work"
cd "$work"

free_port() { # one that nobody listens on
  local port
  while port=$((20000 + RANDOM)) && (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

host=$(hostname -s)
mkdir -m 700 state spool munge
cat >slurm.conf <<CONF
ClusterName=trident
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=1
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=10 State=UP
CONF
chmod 644 slurm.conf
export SLURM_CONF=$work/slurm.conf

# Starts a daemon in the foreground, behind us.
start() {
  "$@" >"$work/$1.out" 2>&1 </dev/null &
  daemons+=($!)
}
# Waits until a command succeeds; 77 if it never does.
wait_for() {
  local what=$1
  shift
  for _ in $(seq 300); do
    if timeout 5 "$@" >/dev/null 2>&1; then return; fi
    for daemon in "${daemons[@]}"; do
      kill -0 "$daemon" 2>/dev/null || { tail -n 5 "$work"/*.log "$work"/*.out; skip "$what: a daemon ended"; }
    done
    sleep 0.2
  done
  tail -n 5 "$work"/*.log "$work"/*.out
  skip "$what took more than a minute"
}
node_is_idle() { [ "$(sinfo -h -o %T)" = idle ]; }

dd if=/dev/urandom of=munge/key bs=1024 count=1 status=none
chmod 600 munge/key
start munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge/socket" \
  --pid-file="$work/munge/pid" --log-file="$work/munged.log" --seed-file="$work/munge/seed"
wait_for munged test -S munge/socket
chmod 755 munge
start slurmctld -D -c
wait_for slurmctld scontrol ping
start slurmd -D -N "$host"
export -f node_is_idle
wait_for "a node that is idle" bash -c node_is_idle

physics=(--process 8 --target Ar --energy 5 --seed 5)
events=(-n 4000)
"$program" events "${physics[@]}" --freeze events.run
"$program" cross-section "${physics[@]}" --method vegas --precision 2e-3 --freeze section.run
export PROGRAM=$program JOBS=4
submit() { timeout 30 sbatch --wait --array=1-4 --output="$work/task_%A_%a.out" "$submit" "$@" & }
submit events --run events.run "${events[@]}" --out events.hepmc3
jobs=($!)
submit cross-section --run section.run --out section.piece
jobs+=($!)
for job in "${jobs[@]}"; do wait "$job"; done

"$program" merge events_[1-4].hepmc3 --out merged.hepmc3
"$program" events --quiet "${physics[@]}" "${events[@]}" --out whole.hepmc3 >whole.txt
cmp merged.hepmc3 whole.hepmc3
"$program" merge section_[1-4].piece --format json --out merged.json
"$program" cross-section --quiet --run section.run --format json >whole.json
cmp <(grep -v '"seconds"' merged.json) <(grep -v '"seconds"' whole.json)
echo "four tasks of a Slurm array: the bytes of one process"
