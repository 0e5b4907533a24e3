#!/usr/bin/env bash
#SBATCH --job-name=gridient
#SBATCH --cpus-per-task=4
#SBATCH --time=04:00:00
#SBATCH --output=slurm-%x-%j.log
#
# A sweep as a Slurm job array: each task trains one shard into a store of its own, a last job brings the stores
# together and writes the results. From the folder of your project, on a disk that all nodes see, with gridient installed:
#
#     bash .github/cluster/slurm.sh experiments/lr.yaml 16
#
# submits 16 tasks and the job that follows them, which also trains what a killed task has left. Change the lines above
# to what your cluster wants. The same command again goes on from what the stores have.
set -euo pipefail

experiment=${1:?usage: bash .github/cluster/slurm.sh EXPERIMENT SHARDS}
shards=${2:?usage: bash .github/cluster/slurm.sh EXPERIMENT SHARDS}
step=${3:-submit}
stores=results/.shards/$(basename "$experiment" .yaml)-of-$shards

gridient() {
  npx gridient "$@"
}

case $step in
  submit)
    array=$(sbatch --parsable --array="1-$shards" "$0" "$experiment" "$shards" train)
    sbatch --dependency="afterany:${array%%;*}" "$0" "$experiment" "$shards" merge
    ;;
  train)
    gridient sweep "$experiment" --shard "$SLURM_ARRAY_TASK_ID/$shards" --store "$stores/$SLURM_ARRAY_TASK_ID" \
      --workers "${SLURM_CPUS_PER_TASK:-1}"
    ;;
  merge)
    gridient merge "$stores"/*
    gridient sweep "$experiment" --workers "${SLURM_CPUS_PER_TASK:-1}"
    ;;
esac
