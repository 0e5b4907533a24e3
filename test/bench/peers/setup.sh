#!/usr/bin/env bash
# Brings the peers onto a Debian machine: NumPy, SciPy, scikit-learn, numba and PyTorch as Debian packages them,
# TensorFlow.js and twenty public tables into temporary folders, where tools.ts looks for them. What is missing is left out
# of the benchmark.
set -euo pipefail
apt-get update -qq
apt-get install -y -qq --no-install-recommends \
  gcc python3-numpy python3-scipy python3-sklearn python3-joblib python3-numba python3-torch
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "${TMPDIR:-/tmp}/gridient-peers" \
  @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0
tables="${PUBLIC_TABLES:-${TMPDIR:-/tmp}/gridient-bench/public-tables}"
mkdir -p "$tables" && cd "$tables"
tar -xzf "$(npm pack --silent vega-datasets@3.2.1)"
apt-get download -qq python3-statsmodels && dpkg -x python3-statsmodels_*.deb .
