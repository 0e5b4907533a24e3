/**
 * What other systems and textbooks call our fields and words, so that hints can go by meaning. Each row is one meaning:
 * our word, then theirs, in small letters without `_`, `-` and spaces, by where they come from.
 * @module
 */

/** Keras, scikit-learn, PyTorch, W&B (with Hydra and Optuna), and what textbooks and everyday language say. */
type System = "keras" | "sklearn" | "torch" | "sweeps" | "books";
type Theirs = Readonly<Partial<Record<System, string>>>;

/**
 * Fields by dotted path, or by the bare key where it is the same in several maps; `field: value` is a field with the only
 * value that is meant. A word with several meanings has them in this order.
 */
const FIELDS: Readonly<Record<string, Theirs>> = {
  eta: {
    keras: "learningrate initiallearningrate",
    sklearn: "learningrateinit eta0",
    torch: "lr maxlr stepsize",
    sweeps: "baselr lr0",
    books: "alpha",
  },
  batchSize: { sweeps: "bs trainbatchsize", books: "batch minibatch minibatchsize" },
  epochs: {
    keras: "nbepoch",
    sklearn: "maxiter niter",
    torch: "numepochs nepochs",
    sweeps: "maxepochs",
    books: "epoch iterations numiterations maxiterations",
  },
  steps: { sklearn: "maxiter niter", books: "iterations numiterations maxiterations numsteps maxsteps" },
  architecture: { keras: "model", torch: "net", books: "network mlp" },
  "architecture.hidden": {
    keras: "layers units dense",
    sklearn: "hiddenlayersizes",
    torch: "hiddensize hiddensizes hiddendim",
    books: "hiddenlayers hiddenunits neurons layersizes width",
  },
  "architecture.activation": { torch: "nonlinearity actfn", books: "hiddenactivation transferfunction" },
  "architecture.output": { sklearn: "outactivation", books: "outputactivation finalactivation" },
  "architecture.init": {
    keras: "kernelinitializer initializer biasinitializer",
    books: "initialization weightinit weightinitialization",
  },
  "architecture.dropout": { keras: "dropoutrate", books: "droprate" },
  dataset: { sweeps: "data", books: "trainingdata traindata" },
  "dataset.path": { sweeps: "file filename filepath datapath", books: "source" },
  "dataset.target": { sklearn: "y", sweeps: "labelcolumn targetcolumn", books: "label class outcome" },
  "dataset.samples": { sklearn: "nsamples", books: "numsamples examples points" },
  "dataset.features": { sklearn: "nfeatures", torch: "infeatures", keras: "inputdim" },
  "dataset.classes": { sklearn: "nclasses centers", keras: "numclasses" },
  "dataset.testShare": { sklearn: "testsize", books: "testsplit testfraction testratio" },
  "dataset.validationShare": {
    keras: "validationsplit",
    sklearn: "validationfraction",
    books: "validationsize valsize valsplit valfraction valratio",
  },
  "dataset.train": { sklearn: "trainsize", books: "ntrain" },
  "dataset.validation": { keras: "validationdata", books: "nvalidation nval val" },
  "dataset.test": { books: "ntest" },
  "dataset.delimiter": { sklearn: "sep", books: "separator" },
  "dataset.ignore": { sklearn: "drop dropcolumns", books: "ignorecolumns excludecolumns skip" },
  "dataset.categories": { sklearn: "categoricalfeatures", books: "categorical categoricalcolumns" },
  "dataset.numbers": { books: "numeric numerical numericcolumns" },
  "dataset.missing": { sklearn: "imputer fillna", books: "impute na nan" },
  "dataset.scaling": { sklearn: "scaler standardize", books: "normalize normalise normalization scale" },
  "dataset.split": { sklearn: "stratify" },
  "dataset.folds": { sklearn: "cv nsplits", books: "nfolds numfolds kfold kfolds" },
  "dataset.group": { sklearn: "groups" },
  loss: { torch: "criterion lossfn", books: "lossfunction cost costfunction" },
  classWeights: { keras: "classweight", torch: "weight weights" },
  labelSmoothing: { books: "smoothing" },
  optimizer: { sklearn: "solver", torch: "optim", books: "optimiser algorithm" },
  "optimizer: nesterov": { keras: "nesterov", sklearn: "nesterovsmomentum" },
  "optimizer.momentum": { books: "momentumcoefficient" },
  "optimizer.beta1": { torch: "betas" },
  "optimizer.beta2": { keras: "rho" },
  "optimizer.epsilon": { torch: "eps" },
  "optimizer.l2": {
    keras: "kernelregularizer",
    sklearn: "alpha penalty",
    torch: "weightdecay",
    books: "lambda lmbda regularization l2regularization",
  },
  "optimizer.weightDecay": { books: "l2" },
  "optimizer.clipNorm": {
    keras: "globalclipnorm",
    torch: "maxgradnorm clipgradnorm",
    sweeps: "gradientclipval",
    books: "gradientclipping gradclip",
  },
  schedule: { torch: "scheduler lrscheduler", books: "lrschedule learningrateschedule" },
  "schedule.factor": { keras: "decayrate", torch: "gamma" },
  "schedule.every": { keras: "decaysteps", torch: "stepsize" },
  "schedule.decay": { keras: "decayrate" },
  "schedule.floor": { torch: "etamin minlr" },
  "schedule.warmup": { keras: "warmupsteps", torch: "pctstart", books: "warmupepochs" },
  tolerance: { sklearn: "tol" },
  earlyStopping: { sweeps: "earlyterminate", books: "earlystop" },
  "earlyStopping.patience": { keras: "patience", sklearn: "niternochange" },
  "schedule.patience": { keras: "patience" },
  "earlyStopping.minDelta": { sklearn: "tol" },
  "earlyStopping.restoreBest": { keras: "restorebestweights" },
  metrics: { sklearn: "scores" },
  metric: { keras: "monitor", sweeps: "name" },
  goal: { keras: "mode", sweeps: "direction" },
  "objective.metric": { keras: "monitor", sklearn: "scoring", sweeps: "metric" },
  "objective.goal": { keras: "mode", sweeps: "direction" },
  replicates: { sweeps: "trials ntrials seeds", books: "repeats repetitions runs" },
  "replicates.baseSeed": { sklearn: "randomstate", torch: "manualseed", sweeps: "seed", books: "randomseed" },
  "dataset.seed": { sklearn: "randomstate", books: "randomseed" },
  "run.workers": { sklearn: "njobs", torch: "numworkers", books: "threads parallel jobs" },
  "run.keep": { keras: "savebestonly", books: "checkpoint savemodel" },
  "sweep.limit": { sweeps: "runcap" },
  extends: { sweeps: "defaults", books: "base inherit" },
  description: { books: "title" },
  tags: { books: "keywords labels" },
  notes: { books: "comment comments remarks" },
  from: { sweeps: "min low", books: "start" },
  to: { sweeps: "max high", books: "stop end" },
  count: { books: "num points" },
  step: { sweeps: "q", books: "increment" },
  gte: { books: "min" },
  lte: { books: "max" },
  values: { sweeps: "choices", books: "options" },
  set: { books: "then" },
  if: { books: "where condition" },
};

/** Words of fields that have one of several; of metrics what follows the part, as in testAccuracy. */
const WORDS: Readonly<Record<string, Theirs>> = {
  quadratic: { books: "squarederror halfsquarederror" },
  mse: { keras: "meansquarederror", torch: "mseloss", books: "l2loss squaredloss" },
  huber: { torch: "huberloss smoothl1loss smoothl1" },
  hinge: { keras: "categoricalhinge", torch: "multimarginloss" },
  crossEntropy: {
    keras: "categoricalcrossentropy sparsecategoricalcrossentropy",
    sklearn: "logloss",
    torch: "crossentropyloss nll nllloss",
    books: "softmaxcrossentropy xent negativeloglikelihood",
  },
  binaryCrossEntropy: { keras: "binarycrossentropy", torch: "bceloss bcewithlogitsloss", books: "bce" },
  sigmoid: { sklearn: "logistic", books: "logsig" },
  leakyRelu: { books: "lrelu" },
  silu: { keras: "swish" },
  identity: { keras: "linear", books: "none" },
  xavier: {
    keras: "glorotuniform glorotnormal",
    torch: "xavieruniform xaviernormal",
    books: "glorot",
  },
  he: { keras: "henormal heuniform", torch: "kaiming kaimingnormal kaiminguniform" },
  scaled: { keras: "lecunnormal lecununiform", books: "lecun" },
  normal: { keras: "randomnormal", books: "gaussian" },
  sgd: { books: "gd gradientdescent vanilla stochasticgradientdescent" },
  nesterov: { books: "nag" },
  constant: { sklearn: "none" },
  step: { torch: "steplr", books: "staircase" },
  exponential: { keras: "exponentialdecay", torch: "exponentiallr" },
  inverse: { keras: "inversetimedecay", sklearn: "invscaling" },
  cosine: { keras: "cosinedecay", torch: "cosineannealinglr", books: "cosineannealing" },
  oneCycle: { torch: "onecyclelr", books: "1cycle" },
  plateau: { keras: "reducelronplateau", sklearn: "adaptive", torch: "reducelronplateau" },
  warmup: { torch: "linearlr" },
  moons: { sklearn: "makemoons" },
  blobs: { sklearn: "makeblobs" },
  digits: { sklearn: "loaddigits" },
  csv: { sklearn: "pandas dataframe", books: "table tsv excel" },
  images: { torch: "imagefolder" },
  jsonl: { books: "json ndjson" },
  minimize: { keras: "min", books: "minimise lower down" },
  maximize: { keras: "max", books: "maximise higher up" },
  last: { books: "final end" },
  standard: { sklearn: "standardscaler", books: "zscore standardize" },
  minmax: { sklearn: "minmaxscaler" },
  stratified: { sklearn: "stratify" },
  random: { books: "shuffle" },
  mostFrequent: { sklearn: "mostfrequent", books: "mode" },
  comma: { books: "," },
  semicolon: { books: ";" },
  tab: { books: "\\t" },
  pipe: { books: "|" },
  point: { books: ". dot period" },
  grey: { books: "gray grayscale greyscale" },
  colour: { books: "color rgb" },
  full: { books: "all fullbatch everything" },
  Accuracy: {
    keras: "accuracy acc categoricalaccuracy sparsecategoricalaccuracy binaryaccuracy",
    sklearn: "accuracyscore",
    books: "top1",
  },
  Loss: { keras: "loss", books: "cost error" },
  BalancedAccuracy: { sklearn: "balancedaccuracy balancedaccuracyscore" },
  Precision: { sklearn: "precision precisionmacro precisionscore" },
  Recall: { sklearn: "recall recallmacro recallscore", books: "sensitivity" },
  F1: { sklearn: "f1 f1score f1macro f1weighted", books: "fscore fmeasure" },
  RocAuc: { keras: "auc", sklearn: "rocauc rocaucscore rocaucovr", torch: "auroc" },
  LogLoss: { sklearn: "logloss neglogloss", books: "crossentropy" },
  Brier: { sklearn: "brier brierscore brierscoreloss negbrierscore" },
  Mae: { keras: "mae meanabsoluteerror", sklearn: "negmeanabsoluteerror", torch: "l1loss" },
  Rmse: {
    keras: "rmse rootmeansquarederror mse meansquarederror",
    sklearn: "negmeansquarederror negrootmeansquarederror",
  },
  R2: { sklearn: "r2 r2score" },
  value: { books: "fun f cost loss objective" },
};

/** Words that look like one of ours and mean something else, which gridient does not have. */
const NOTHING_LIKE =
  "adadelta adafactor adamax amsgrad cifar10 dampening device ftrl iris lbfgs lion mish nadam prelu relu6 selu softsign swiglu " +
  "verbose shuffle sampler pruner program project entity method";

/** Returns the meanings that a word may have as a key, by our dotted paths, the likeliest first. */
export const FIELDS_MEANT: ReadonlyMap<string, readonly string[]> = inverse(FIELDS);

/** The same of words that are values. */
export const WORDS_MEANT: ReadonlyMap<string, readonly string[]> = inverse(WORDS);

/** Words with a meaning of their own here or elsewhere: none of them is a misspelling of another word. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set([
  ...FIELDS_MEANT.keys(),
  ...WORDS_MEANT.keys(),
  ...[...Object.keys(FIELDS), ...Object.keys(WORDS)].map((word) => word.toLowerCase()),
  ...NOTHING_LIKE.split(" "),
]);

function inverse(table: Readonly<Record<string, Theirs>>): Map<string, string[]> {
  const meanings = new Map<string, string[]>();
  for (const [ours, theirs] of Object.entries(table))
    for (const word of Object.values(theirs).flatMap((words) => words.split(" ")))
      meanings.set(word, [...(meanings.get(word) ?? []), ours]);
  return meanings;
}
