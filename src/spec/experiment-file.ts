/** Generated from schemas/experiment.schema.json by `npm run generate`. @module */

export type Function = FunctionName | Bowl | Rosenbrock | Himmelblau | Saddle | Rastrigin | Expression;
export type FunctionName = "bowl" | "rosenbrock" | "himmelblau" | "saddle" | "rastrigin";
/**
 * @minItems 1
 */
export type Numbers = number[];
export type Formula = string;
export type Dataset =
  | DatasetName
  | Digits
  | Mnist
  | Xor
  | Moons
  | Spirals
  | Blobs
  | Line
  | Sine
  | Point
  | Csv
  | Jsonl
  | Images
  | Idx;
export type DatasetName =
  "digits" | "mnist" | "xor" | "moons" | "spirals" | "blobs" | "line" | "sine" | "point";
export type Count = number;
export type ValueRange =
  | {
      /**
       * Evenly spaced values, both ends included.
       */
      linspace: {
        from: From;
        to: To;
        count: ValueCount;
      };
    }
  | {
      /**
       * Values that are a step apart, both ends included; the step must meet the end.
       */
      range: {
        from: From;
        to: To;
        /**
         * Distance between two values.
         */
        step: number;
      };
    }
  | {
      /**
       * Values with even ratios, both ends included.
       */
      logspace: {
        /**
         * The first value; above 0, not an exponent.
         */
        from: number;
        /**
         * The last value; above 0, not an exponent.
         */
        to: number;
        count: ValueCount;
        /**
         * Significant digits to which the values between the ends are rounded.
         */
        digits?: number;
      };
    };
/**
 * The first value.
 */
export type From = number;
/**
 * The last value.
 */
export type To = number;
/**
 * How many values, the two ends among them.
 */
export type ValueCount = number;
export type OptionalCount = number;
export type Seed = number;
export type MnistTrain = number;
export type MnistValidation = number;
export type MnistTest = number;
export type Noise = number;
export type Classes = number;
export type Coordinate = number;
export type Text = string;
export type Columns = string[];
export type MissingRule = "error" | "drop" | "mean" | "median" | "mostFrequent";
export type Scaling = "standard" | "minmax" | "none";
export type Share = number;
export type SplitRule = "stratified" | "random" | "ordered";
export type FoldCount = number;
export type Delimiter = "auto" | "comma" | "semicolon" | "tab" | "pipe" | "space";
export type Decimal = "auto" | "point" | "comma";
export type Flag = boolean;
export type Words = (string | number)[];
export type Side = number;
export type Channels = "grey" | "colour";
export type Hidden = number[];
export type Activation =
  "sigmoid" | "tanh" | "relu" | "leakyRelu" | "elu" | "gelu" | "silu" | "softplus" | "identity";
export type Output = "sigmoid" | "softmax" | "identity";
export type Init = ("normal" | "scaled" | "xavier" | "he") | number;
export type Loss = "quadratic" | "mse" | "huber" | "hinge" | "crossEntropy" | "binaryCrossEntropy";
export type ClassWeights = number[] | ("none" | "balanced");
export type Eta = number;
export type Optimizer = OptimizerName | Sgd | Momentum | Nesterov | Adagrad | Rmsprop | Adam | Adamw;
export type OptimizerName = "sgd" | "momentum" | "nesterov" | "adagrad" | "rmsprop" | "adam" | "adamw";
export type Strength = number;
export type Epsilon = number;
export type Schedule =
  ScheduleName | Constant | Step | Exponential | Inverse | Cosine | Warmup | OneCycle | Plateau;
export type ScheduleName =
  "constant" | "step" | "exponential" | "inverse" | "cosine" | "warmup" | "oneCycle" | "plateau";
export type Factor = number;
export type EpochCount = number;
export type PlateauMetric =
  | "auto"
  | "runningLoss"
  | "validationLoss"
  | "validationAccuracy"
  | "testLoss"
  | "testAccuracy"
  | "trainLoss"
  | "trainCost"
  | "trainAccuracy"
  | "validationBalancedAccuracy"
  | "validationPrecision"
  | "validationRecall"
  | "validationF1"
  | "validationRocAuc"
  | "validationLogLoss"
  | "validationBrier"
  | "validationMae"
  | "validationRmse"
  | "validationR2"
  | "testBalancedAccuracy"
  | "testPrecision"
  | "testRecall"
  | "testF1"
  | "testRocAuc"
  | "testLogLoss"
  | "testBrier"
  | "testMae"
  | "testRmse"
  | "testR2"
  | "trainBalancedAccuracy"
  | "trainPrecision"
  | "trainRecall"
  | "trainF1"
  | "trainRocAuc"
  | "trainLogLoss"
  | "trainBrier"
  | "trainMae"
  | "trainRmse"
  | "trainR2";
export type BatchSize = number | "full";
export type Epochs = number;
export type Steps = number;
export type WatchedMetric =
  | "runningLoss"
  | "validationLoss"
  | "validationAccuracy"
  | "testLoss"
  | "testAccuracy"
  | "trainLoss"
  | "trainCost"
  | "trainAccuracy"
  | "validationBalancedAccuracy"
  | "validationPrecision"
  | "validationRecall"
  | "validationF1"
  | "validationRocAuc"
  | "validationLogLoss"
  | "validationBrier"
  | "validationMae"
  | "validationRmse"
  | "validationR2"
  | "testBalancedAccuracy"
  | "testPrecision"
  | "testRecall"
  | "testF1"
  | "testRocAuc"
  | "testLogLoss"
  | "testBrier"
  | "testMae"
  | "testRmse"
  | "testR2"
  | "trainBalancedAccuracy"
  | "trainPrecision"
  | "trainRecall"
  | "trainF1"
  | "trainRocAuc"
  | "trainLogLoss"
  | "trainBrier"
  | "trainMae"
  | "trainRmse"
  | "trainR2";
export type Patience = number;
export type TargetValue = number | "none";
export type ReplicateCount = number;
/**
 * Any other value than this one.
 *
 * @minItems 1
 */
export type Numbers1 = number[];
/**
 * Any other value than this one.
 */
export type Columns1 = string[];
/**
 * Any other value than this one.
 */
export type Hidden1 = number[];
/**
 * Any other value than this one.
 */
export type Words1 = (string | number)[];
/**
 * Option of the function. Curvature along each variable: the bowl is the sum of curvature/2 times the variable squared.
 *
 * @minItems 1
 */
export type Numbers2 = number[];
/**
 * Where the descent begins: a number for each variable.
 *
 * @minItems 1
 */
export type Numbers3 = number[];
/**
 * Option of the data set. Several columns of numbers to predict, instead of target.
 */
export type Columns2 = string[];
/**
 * Option of the data set. Columns that are no inputs.
 */
export type Columns3 = string[];
/**
 * Option of the data set. Columns of categories or classes that look like numbers.
 */
export type Columns4 = string[];
/**
 * Option of the data set. Columns of numbers that look like texts: what is none is then told.
 */
export type Columns5 = string[];
/**
 * Units of each hidden layer, input side first; [] is no hidden layer.
 */
export type Hidden2 = number[];
/**
 * Option of the data set. Names of the columns from left to right, instead of those in the file.
 */
export type Columns6 = string[];
/**
 * Option of the data set. Columns whose numbers have marks between groups of three digits, as 1,234 or 1.234.
 */
export type Columns7 = string[];
/**
 * Option of the data set. Columns whose numbers have one and the same unit, currency or % around them, as 5 kg, $5 or 5%.
 */
export type Columns8 = string[];
/**
 * Option of the data set. Columns whose numbers have a comma between whole and fraction, whatever the file has elsewhere.
 */
export type Columns9 = string[];
/**
 * Option of the data set. Columns of dates: each becomes numbers, its year, month, day, weekday (1 is Monday) and, if there are times, hour.
 */
export type Columns10 = string[];
/**
 * Option of the data set. Words and numbers that stand for a missing value, beside an empty cell, NA, N/A, NaN, null and ?.
 */
export type Words2 = (string | number)[];
/**
 * Option of the data set. Words among the usual ones that do not stand for a missing value, as NA where it means none.
 */
export type Columns11 = string[];
/**
 * Option of the data set. Columns, the target among them, without whose value a row is left out, whatever missing says.
 */
export type Columns12 = string[];
/**
 * Option of the data set. Columns whose missing values are the mean of the training part, whatever missing says.
 */
export type Columns13 = string[];
/**
 * Option of the data set. Columns whose missing values are the median of the training part, whatever missing says.
 */
export type Columns14 = string[];
/**
 * Option of the data set. Columns whose missing values are the most frequent one of the training part, whatever missing says.
 */
export type Columns15 = string[];
/**
 * Option of the function. Curvature along each variable: the bowl is the sum of curvature/2 times the variable squared.
 *
 * @minItems 1
 */
export type Numbers4 = number[];
/**
 * Where the descent begins: a number for each variable.
 *
 * @minItems 1
 */
export type Numbers5 = number[];
/**
 * Option of the data set. Several columns of numbers to predict, instead of target.
 */
export type Columns16 = string[];
/**
 * Option of the data set. Columns that are no inputs.
 */
export type Columns17 = string[];
/**
 * Option of the data set. Columns of categories or classes that look like numbers.
 */
export type Columns18 = string[];
/**
 * Option of the data set. Columns of numbers that look like texts: what is none is then told.
 */
export type Columns19 = string[];
/**
 * Units of each hidden layer, input side first; [] is no hidden layer.
 */
export type Hidden3 = number[];
/**
 * Option of the data set. Names of the columns from left to right, instead of those in the file.
 */
export type Columns20 = string[];
/**
 * Option of the data set. Columns whose numbers have marks between groups of three digits, as 1,234 or 1.234.
 */
export type Columns21 = string[];
/**
 * Option of the data set. Columns whose numbers have one and the same unit, currency or % around them, as 5 kg, $5 or 5%.
 */
export type Columns22 = string[];
/**
 * Option of the data set. Columns whose numbers have a comma between whole and fraction, whatever the file has elsewhere.
 */
export type Columns23 = string[];
/**
 * Option of the data set. Columns of dates: each becomes numbers, its year, month, day, weekday (1 is Monday) and, if there are times, hour.
 */
export type Columns24 = string[];
/**
 * Option of the data set. Words and numbers that stand for a missing value, beside an empty cell, NA, N/A, NaN, null and ?.
 */
export type Words3 = (string | number)[];
/**
 * Option of the data set. Words among the usual ones that do not stand for a missing value, as NA where it means none.
 */
export type Columns25 = string[];
/**
 * Option of the data set. Columns, the target among them, without whose value a row is left out, whatever missing says.
 */
export type Columns26 = string[];
/**
 * Option of the data set. Columns whose missing values are the mean of the training part, whatever missing says.
 */
export type Columns27 = string[];
/**
 * Option of the data set. Columns whose missing values are the median of the training part, whatever missing says.
 */
export type Columns28 = string[];
/**
 * Option of the data set. Columns whose missing values are the most frequent one of the training part, whatever missing says.
 */
export type Columns29 = string[];
export type Expectation =
  | {
      because?: Because;
      where?: ExpectWhere;
      metric?: ExpectMetric;
      at?: ExpectAt;
      of?: ExpectOf;
      /**
       * The smallest value allowed.
       */
      atLeast: number;
      /**
       * The largest value allowed.
       */
      atMost?: number;
    }
  | {
      because?: Because;
      where?: ExpectWhere;
      metric?: ExpectMetric;
      at?: ExpectAt;
      of?: ExpectOf;
      /**
       * The largest value allowed.
       */
      atMost: number;
    }
  | {
      because?: Because;
      where?: ExpectWhere;
      metric?: ExpectMetric;
      at?: ExpectAt;
      of?: ExpectOf;
      /**
       * The value.
       */
      equals: number;
      /**
       * How far off it may be.
       */
      tolerance?: number;
    }
  | {
      because?: Because;
      where?: ExpectWhere;
      /**
       * How many replicates diverge.
       */
      diverged: "none" | "some" | "every";
    }
  | {
      because?: Because;
      where?: ExpectWhere;
      metric?: ExpectMetric;
      at?: ExpectAt;
      beats: Pattern2;
      /**
       * How much worse at least.
       */
      by?: number;
    }
  | {
      because?: Because;
      where?: ExpectWhere;
      metric?: ExpectMetric;
      at?: ExpectAt;
      /**
       * The axis, by dotted path, along which the mean rises: numbers in ascending order, other values as written.
       */
      rises: string;
      /**
       * How far the mean may go down between two neighbours; at the end it must have gone the right way all the same.
       */
      tolerance?: number;
    }
  | {
      because?: Because;
      where?: ExpectWhere;
      metric?: ExpectMetric;
      at?: ExpectAt;
      /**
       * The axis, by dotted path, along which the mean falls: numbers in ascending order, other values as written.
       */
      falls: string;
      /**
       * How far the mean may go up between two neighbours; at the end it must have gone the right way all the same.
       */
      tolerance?: number;
    };
/**
 * The lesson, in a sentence.
 */
export type Because = string;
/**
 * The metric it speaks of; by default the objective's.
 */
export type ExpectMetric =
  | "value"
  | "runningLoss"
  | "validationLoss"
  | "validationAccuracy"
  | "testLoss"
  | "testAccuracy"
  | "trainLoss"
  | "trainCost"
  | "trainAccuracy"
  | "epochsToTarget"
  | "validationBalancedAccuracy"
  | "validationPrecision"
  | "validationRecall"
  | "validationF1"
  | "validationRocAuc"
  | "validationLogLoss"
  | "validationBrier"
  | "validationMae"
  | "validationRmse"
  | "validationR2"
  | "testBalancedAccuracy"
  | "testPrecision"
  | "testRecall"
  | "testF1"
  | "testRocAuc"
  | "testLogLoss"
  | "testBrier"
  | "testMae"
  | "testRmse"
  | "testR2"
  | "trainBalancedAccuracy"
  | "trainPrecision"
  | "trainRecall"
  | "trainF1"
  | "trainRocAuc"
  | "trainLogLoss"
  | "trainBrier"
  | "trainMae"
  | "trainRmse"
  | "trainR2"
  | "validationPrecisionOf0"
  | "validationPrecisionOf1"
  | "validationPrecisionOf2"
  | "validationPrecisionOf3"
  | "validationPrecisionOf4"
  | "validationPrecisionOf5"
  | "validationPrecisionOf6"
  | "validationPrecisionOf7"
  | "validationPrecisionOf8"
  | "validationPrecisionOf9"
  | "validationRecallOf0"
  | "validationRecallOf1"
  | "validationRecallOf2"
  | "validationRecallOf3"
  | "validationRecallOf4"
  | "validationRecallOf5"
  | "validationRecallOf6"
  | "validationRecallOf7"
  | "validationRecallOf8"
  | "validationRecallOf9"
  | "validationF1Of0"
  | "validationF1Of1"
  | "validationF1Of2"
  | "validationF1Of3"
  | "validationF1Of4"
  | "validationF1Of5"
  | "validationF1Of6"
  | "validationF1Of7"
  | "validationF1Of8"
  | "validationF1Of9"
  | "testPrecisionOf0"
  | "testPrecisionOf1"
  | "testPrecisionOf2"
  | "testPrecisionOf3"
  | "testPrecisionOf4"
  | "testPrecisionOf5"
  | "testPrecisionOf6"
  | "testPrecisionOf7"
  | "testPrecisionOf8"
  | "testPrecisionOf9"
  | "testRecallOf0"
  | "testRecallOf1"
  | "testRecallOf2"
  | "testRecallOf3"
  | "testRecallOf4"
  | "testRecallOf5"
  | "testRecallOf6"
  | "testRecallOf7"
  | "testRecallOf8"
  | "testRecallOf9"
  | "testF1Of0"
  | "testF1Of1"
  | "testF1Of2"
  | "testF1Of3"
  | "testF1Of4"
  | "testF1Of5"
  | "testF1Of6"
  | "testF1Of7"
  | "testF1Of8"
  | "testF1Of9"
  | "gradientNorm"
  | "gradientVariance"
  | "gradientAngle"
  | "gradientNoiseScale"
  | "layerGradient1"
  | "layerGradient2"
  | "layerGradient3"
  | "layerGradient4"
  | "layerGradient5"
  | "layerGradient6"
  | "layerGradient7"
  | "layerGradient8"
  | "layerGradient9"
  | "layerGradient10"
  | "v1"
  | "v2"
  | "v3"
  | "v4"
  | "v5"
  | "v6"
  | "v7"
  | "v8"
  | "v9"
  | "v10"
  | "stepsToTolerance";
/**
 * The epoch it speaks of: the last one, each trial's best one, a number (0 is the untrained network), or the best one up to a number.
 */
export type ExpectAt =
  | ("last" | "best")
  | number
  | {
      /**
       * The best of epoch 0 to this one.
       */
      upTo: number;
    };
/**
 * What must be so: the mean of each configuration over its replicates, the best of these means, every replicate, or some replicate.
 */
export type ExpectOf = "mean" | "best" | "every" | "some";

/**
 * An experiment of gridient: fields with one value each, or several, which make an axis of the grid.
 */
export interface ExperimentFile {
  /**
   * What the experiment is about, in a sentence; shown in its report.
   */
  description?: string;
  /**
   * Files that this one builds on: a path, or a list laid over each other from left to right, this file on top. Maps are merged, lists and values replaced, null deletes.
   */
  extends?: string | string[];
  /**
   * What the experiment is about: the training of a network on data, or the descent on a function of v1, v2, ...
   */
  kind?: "network" | "function";
  /**
   * The function to minimise, of a descent: a name, a name with options, an expression, or a list of these as an axis.
   */
  function?:
    | Function
    | Function[]
    | {
        /**
         * @minItems 1
         */
        values: Function[];
      }
    | {
        value: Function;
      };
  /**
   * Where the descent begins: a number for each variable. A list of lists is an axis.
   */
  start?:
    | Numbers
    | Numbers[]
    | {
        /**
         * @minItems 1
         */
        values: Numbers[];
      }
    | {
        value: Numbers;
      };
  /**
   * The data: a name, a name with options, or a list of either as an axis.
   */
  dataset?:
    | Dataset
    | Dataset[]
    | {
        /**
         * @minItems 1
         */
        values: Dataset[];
      }
    | {
        value: Dataset;
      };
  /**
   * The network: fully connected layers between the data's features and one output for each class, or for each number to predict.
   */
  architecture?: {
    /**
     * Units of each hidden layer, input side first; [] is no hidden layer. A list of lists is an axis.
     */
    hidden?:
      | Hidden
      | Hidden[]
      | {
          /**
           * @minItems 1
           */
          values: Hidden[];
        }
      | {
          value: Hidden;
        };
    /**
     * What a hidden unit does with its weighted input.
     */
    activation?:
      | Activation
      | Activation[]
      | {
          /**
           * @minItems 1
           */
          values: Activation[];
        }
      | {
          value: Activation;
        };
    /**
     * What the output layer does; softmax goes with the loss crossEntropy.
     */
    output?:
      | Output
      | Output[]
      | {
          /**
           * @minItems 1
           */
          values: Output[];
        }
      | {
          value: Output;
        };
    /**
     * How the first weights are drawn: variance 1 (normal), 1/fan-in (scaled), 2/(fan-in + fan-out) (xavier) or 2/fan-in (he). A number: every weight and bias starts as it.
     */
    init?:
      | Init
      | Init[]
      | {
          /**
           * @minItems 1
           */
          values: Init[];
        }
      | {
          value: Init;
        };
    /**
     * Share of the hidden units that each example in training does without; the others count for more, so that the sum stays the same.
     */
    dropout?:
      | Share
      | Share[]
      | {
          /**
           * @minItems 1
           */
          values: Share[];
        }
      | {
          value: Share;
        }
      | ValueRange;
  };
  /**
   * What training minimizes. quadratic and mse go with sigmoid or identity outputs, huber and hinge with identity, crossEntropy with softmax, binaryCrossEntropy with sigmoid.
   */
  loss?:
    | Loss
    | Loss[]
    | {
        /**
         * @minItems 1
         */
        values: Loss[];
      }
    | {
        value: Loss;
      };
  /**
   * What the loss of an example is multiplied by: one weight for each class, in their order; balanced weighs classes so that each counts as much as any other; none weighs all alike. A list of lists is an axis.
   */
  classWeights?:
    | ClassWeights
    | ClassWeights[]
    | {
        /**
         * @minItems 1
         */
        values: ClassWeights[];
      }
    | {
        value: ClassWeights;
      };
  /**
   * Share of every target that crossEntropy spreads over all classes alike, or binaryCrossEntropy over yes and no; a network is so kept from being too sure.
   */
  labelSmoothing?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * The learning rate: the size of a step against the gradient.
   */
  eta?:
    | Eta
    | Eta[]
    | {
        /**
         * @minItems 1
         */
        values: Eta[];
      }
    | {
        value: Eta;
      }
    | ValueRange;
  /**
   * How gradients become steps: a name, a name with options, or a list of either as an axis.
   */
  optimizer?:
    | Optimizer
    | Optimizer[]
    | {
        /**
         * @minItems 1
         */
        values: Optimizer[];
      }
    | {
        value: Optimizer;
      };
  /**
   * How the learning rate changes on the way: a name, a name with options, or a list of either as an axis.
   */
  schedule?:
    | Schedule
    | Schedule[]
    | {
        /**
         * @minItems 1
         */
        values: Schedule[];
      }
    | {
        value: Schedule;
      };
  /**
   * Examples in each step; full takes the whole training part, which is plain gradient descent.
   */
  batchSize?:
    | BatchSize
    | BatchSize[]
    | {
        /**
         * @minItems 1
         */
        values: BatchSize[];
      }
    | {
        value: BatchSize;
      }
    | ValueRange;
  /**
   * Passes over the training part.
   */
  epochs?:
    | Epochs
    | Epochs[]
    | {
        /**
         * @minItems 1
         */
        values: Epochs[];
      }
    | {
        value: Epochs;
      }
    | ValueRange;
  /**
   * Steps of the descent.
   */
  steps?:
    | Steps
    | Steps[]
    | {
        /**
         * @minItems 1
         */
        values: Steps[];
      }
    | {
        value: Steps;
      }
    | ValueRange;
  /**
   * The descent ends where the norm of the gradient is at most this.
   */
  tolerance?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * When a trial that gets no better stops before its last epoch.
   */
  earlyStopping?: {
    /**
     * The metric that has to get better; by default on the validation part.
     */
    metric?:
      | WatchedMetric
      | WatchedMetric[]
      | {
          /**
           * @minItems 1
           */
          values: WatchedMetric[];
        }
      | {
          value: WatchedMetric;
        };
    /**
     * Epochs without a better value after which a trial stops; 0 is never.
     */
    patience?:
      | Patience
      | Patience[]
      | {
          /**
           * @minItems 1
           */
          values: Patience[];
        }
      | {
          value: Patience;
        }
      | ValueRange;
    /**
     * By how much a value must be better than the best before to count.
     */
    minDelta?:
      | Strength
      | Strength[]
      | {
          /**
           * @minItems 1
           */
          values: Strength[];
        }
      | {
          value: Strength;
        }
      | ValueRange;
    /**
     * Whether a trial ends as it was at its best epoch, later ones forgotten.
     */
    restoreBest?:
      | Flag
      | Flag[]
      | {
          /**
           * @minItems 1
           */
          values: Flag[];
        }
      | {
          value: Flag;
        };
  };
  /**
   * When a trial is good enough to stop before its last epoch.
   */
  target?: {
    /**
     * The metric that is to reach the value.
     */
    metric?:
      | WatchedMetric
      | WatchedMetric[]
      | {
          /**
           * @minItems 1
           */
          values: WatchedMetric[];
        }
      | {
          value: WatchedMetric;
        };
    /**
     * What is good enough: a trial stops at the end of the epoch that reaches it; none is never.
     */
    value?:
      | TargetValue
      | TargetValue[]
      | {
          /**
           * @minItems 1
           */
          values: TargetValue[];
        }
      | {
          value: TargetValue;
        }
      | ValueRange;
  };
  /**
   * Repetitions of every configuration with other random numbers: a count, or count and baseSeed.
   */
  replicates?:
    | ReplicateCount
    | {
        /**
         * Repetitions of every configuration.
         */
        count?: number;
        /**
         * What the random numbers of all replicates start from.
         */
        baseSeed?: number;
        /**
         * Number of the first repetition, to repeat a single one of a larger count.
         */
        first?: number;
      };
  /**
   * Metrics measured beyond the default ones after every epoch. Scores such as f1 or rmse: on the validation and the test part, with train before them on the training part; perClass: precision, recall and F1 of each class. gradientNoise: how far gradients of mini-batches are from the full one, and at which angle; layerGradients: the length of each layer's gradient.
   */
  metrics?: (
    | "trainLoss"
    | "trainCost"
    | "trainAccuracy"
    | "balancedAccuracy"
    | "precision"
    | "recall"
    | "f1"
    | "rocAuc"
    | "logLoss"
    | "brier"
    | "mae"
    | "rmse"
    | "r2"
    | "trainBalancedAccuracy"
    | "trainPrecision"
    | "trainRecall"
    | "trainF1"
    | "trainRocAuc"
    | "trainLogLoss"
    | "trainBrier"
    | "trainMae"
    | "trainRmse"
    | "trainR2"
    | "perClass"
    | "gradientNoise"
    | "layerGradients"
  )[];
  /**
   * Which configuration is the best one.
   */
  objective?: {
    /**
     * The metric that decides; by default the accuracy on the validation part where every data set has one, else on the test part; with numbers to predict, the loss.
     */
    metric?:
      | "value"
      | "runningLoss"
      | "validationLoss"
      | "validationAccuracy"
      | "testLoss"
      | "testAccuracy"
      | "trainLoss"
      | "trainCost"
      | "trainAccuracy"
      | "epochsToTarget"
      | "validationBalancedAccuracy"
      | "validationPrecision"
      | "validationRecall"
      | "validationF1"
      | "validationRocAuc"
      | "validationLogLoss"
      | "validationBrier"
      | "validationMae"
      | "validationRmse"
      | "validationR2"
      | "testBalancedAccuracy"
      | "testPrecision"
      | "testRecall"
      | "testF1"
      | "testRocAuc"
      | "testLogLoss"
      | "testBrier"
      | "testMae"
      | "testRmse"
      | "testR2"
      | "trainBalancedAccuracy"
      | "trainPrecision"
      | "trainRecall"
      | "trainF1"
      | "trainRocAuc"
      | "trainLogLoss"
      | "trainBrier"
      | "trainMae"
      | "trainRmse"
      | "trainR2"
      | "validationPrecisionOf0"
      | "validationPrecisionOf1"
      | "validationPrecisionOf2"
      | "validationPrecisionOf3"
      | "validationPrecisionOf4"
      | "validationPrecisionOf5"
      | "validationPrecisionOf6"
      | "validationPrecisionOf7"
      | "validationPrecisionOf8"
      | "validationPrecisionOf9"
      | "validationRecallOf0"
      | "validationRecallOf1"
      | "validationRecallOf2"
      | "validationRecallOf3"
      | "validationRecallOf4"
      | "validationRecallOf5"
      | "validationRecallOf6"
      | "validationRecallOf7"
      | "validationRecallOf8"
      | "validationRecallOf9"
      | "validationF1Of0"
      | "validationF1Of1"
      | "validationF1Of2"
      | "validationF1Of3"
      | "validationF1Of4"
      | "validationF1Of5"
      | "validationF1Of6"
      | "validationF1Of7"
      | "validationF1Of8"
      | "validationF1Of9"
      | "testPrecisionOf0"
      | "testPrecisionOf1"
      | "testPrecisionOf2"
      | "testPrecisionOf3"
      | "testPrecisionOf4"
      | "testPrecisionOf5"
      | "testPrecisionOf6"
      | "testPrecisionOf7"
      | "testPrecisionOf8"
      | "testPrecisionOf9"
      | "testRecallOf0"
      | "testRecallOf1"
      | "testRecallOf2"
      | "testRecallOf3"
      | "testRecallOf4"
      | "testRecallOf5"
      | "testRecallOf6"
      | "testRecallOf7"
      | "testRecallOf8"
      | "testRecallOf9"
      | "testF1Of0"
      | "testF1Of1"
      | "testF1Of2"
      | "testF1Of3"
      | "testF1Of4"
      | "testF1Of5"
      | "testF1Of6"
      | "testF1Of7"
      | "testF1Of8"
      | "testF1Of9"
      | "gradientNorm"
      | "gradientVariance"
      | "gradientAngle"
      | "gradientNoiseScale"
      | "layerGradient1"
      | "layerGradient2"
      | "layerGradient3"
      | "layerGradient4"
      | "layerGradient5"
      | "layerGradient6"
      | "layerGradient7"
      | "layerGradient8"
      | "layerGradient9"
      | "layerGradient10"
      | "v1"
      | "v2"
      | "v3"
      | "v4"
      | "v5"
      | "v6"
      | "v7"
      | "v8"
      | "v9"
      | "v10"
      | "stepsToTolerance";
    /**
     * Whether more or less of the metric is better; by default what the metric means.
     */
    goal?: "maximize" | "minimize";
    /**
     * Which epoch of a trial counts: the last one, or its best.
     */
    at?: "last" | "best";
  };
  /**
   * How the work is done; it never changes a result.
   */
  run?: {
    /**
     * Threads that train; by default one for each core.
     */
    workers?: number;
    /**
     * Seconds that one trial may take; by default there is no limit.
     */
    timeout?: number;
    /**
     * Which weights are stored beside a trial's record.
     */
    keep?: "none" | "best" | "last" | "all";
  };
  /**
   * How the report shows the results; it never changes one of them.
   */
  report?: {
    /**
     * The configuration from which all differences are shown, instead of the best one: what it matches, or the name that include gives it.
     */
    baseline?: string | Pattern;
    /**
     * A difference from the best within ± this much does not matter: such settings tie. In the unit of the objective's metric, a share as a share: 0.01 is one percentage point. By default 0.01 for shares such as accuracies; for other metrics only equal results tie.
     */
    margin?: number;
    /**
     * Fresh replicates of the best configuration, trained when all trials are done. Their random numbers took no part in choosing it, so they say how good it is; 0 = none.
     */
    confirm?: number;
  };
  /**
   * Rules that shape the grid beyond the plain product of its axes. They name fields by dotted path.
   */
  sweep?: {
    /**
     * Named groups of fields that move together: each is one axis and one column. Its lists must have the same length.
     */
    zip?: {
      [k: string]: SweptFields;
    };
    /**
     * Named branches, each with values and axes of its own; the grid is the union of their grids.
     */
    variants?: {
      [k: string]: SweptFields;
    };
    /**
     * Rules that derive values from others, applied in order to every configuration, included ones too.
     */
    when?: {
      if: Pattern1;
      set: Settings;
    }[];
    /**
     * Patterns; a configuration that matches one of them is left out.
     */
    exclude?: Pattern[];
    /**
     * Whole configurations to add, with a value for every axis; exclude does not touch them. With a name, they have it in a column.
     */
    include?: Inclusion[];
    /**
     * Configurations that the grid may have; a larger one is refused, never cut.
     */
    limit?: number;
  };
  /**
   * What the results must show: each item claims one thing, is judged when every trial has left its record, and is reported at its line if it does not hold.
   *
   * @minItems 1
   */
  expect?: Expectation[];
}
/**
 * A bowl around 0, along each variable as steep as its curvature says.
 */
export interface Bowl {
  /**
   * The function's name.
   */
  name: "bowl";
  /**
   * Curvature along each variable: the bowl is the sum of curvature/2 times the variable squared.
   */
  curvatures?:
    | Numbers
    | Numbers[]
    | {
        /**
         * @minItems 1
         */
        values: Numbers[];
      }
    | {
        value: Numbers;
      };
}
/**
 * Rosenbrock's valley, narrow and bent: (1 - v1)^2 + 100 (v2 - v1^2)^2.
 */
export interface Rosenbrock {
  /**
   * The function's name.
   */
  name: "rosenbrock";
}
/**
 * Himmelblau's function, with four minima: (v1^2 + v2 - 11)^2 + (v1 + v2^2 - 7)^2.
 */
export interface Himmelblau {
  /**
   * The function's name.
   */
  name: "himmelblau";
}
/**
 * A saddle at 0, down without end along v2: (v1^2 - v2^2)/2.
 */
export interface Saddle {
  /**
   * The function's name.
   */
  name: "saddle";
}
/**
 * Rastrigin's function of v1 and v2, a bowl full of smaller ones: 20 + v1^2 - 10 cos(2 pi v1) + v2^2 - 10 cos(2 pi v2).
 */
export interface Rastrigin {
  /**
   * The function's name.
   */
  name: "rastrigin";
}
/**
 * A function of your own.
 */
export interface Expression {
  /**
   * The function's name.
   */
  name?: "expression";
  /**
   * A formula of v1, v2, ... with + - * / ^, exp, log, sqrt, sin, cos, tanh, pi and e.
   */
  expression:
    | Formula
    | Formula[]
    | {
        /**
         * @minItems 1
         */
        values: Formula[];
      }
    | {
        value: Formula;
      };
}
/**
 * 28x28 grey images of the ten digits, drawn by gridient itself.
 */
export interface Digits {
  /**
   * The data set's name.
   */
  name: "digits";
  /**
   * Images to train on.
   */
  train?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Images to choose a configuration on.
   */
  validation?:
    | OptionalCount
    | OptionalCount[]
    | {
        /**
         * @minItems 1
         */
        values: OptionalCount[];
      }
    | {
        value: OptionalCount;
      }
    | ValueRange;
  /**
   * Images to test on.
   */
  test?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Seed of the random numbers that make the data; it does not depend on the replicate.
   */
  seed?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
}
/**
 * 28x28 grey images of handwritten digits, taken in file order; train and validation share 60,000.
 */
export interface Mnist {
  /**
   * The data set's name.
   */
  name: "mnist";
  /**
   * Images to train on.
   */
  train?:
    | MnistTrain
    | MnistTrain[]
    | {
        /**
         * @minItems 1
         */
        values: MnistTrain[];
      }
    | {
        value: MnistTrain;
      }
    | ValueRange;
  /**
   * Images to choose a configuration on, taken after the training images.
   */
  validation?:
    | MnistValidation
    | MnistValidation[]
    | {
        /**
         * @minItems 1
         */
        values: MnistValidation[];
      }
    | {
        value: MnistValidation;
      }
    | ValueRange;
  /**
   * Images to test on.
   */
  test?:
    | MnistTest
    | MnistTest[]
    | {
        /**
         * @minItems 1
         */
        values: MnistTest[];
      }
    | {
        value: MnistTest;
      }
    | ValueRange;
}
/**
 * Exclusive or: four corners of a square, two classes that no straight line separates.
 */
export interface Xor {
  /**
   * The data set's name.
   */
  name: "xor";
  /**
   * Examples in the training part, and as many in the test part.
   */
  samples?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Standard deviation of the Gaussian noise on both features.
   */
  noise?:
    | Noise
    | Noise[]
    | {
        /**
         * @minItems 1
         */
        values: Noise[];
      }
    | {
        value: Noise;
      }
    | ValueRange;
  /**
   * Seed of the random numbers that make the data; it does not depend on the replicate.
   */
  seed?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
}
/**
 * Two interleaved half circles in the plane.
 */
export interface Moons {
  /**
   * The data set's name.
   */
  name: "moons";
  /**
   * Examples in the training part, and as many in the test part.
   */
  samples?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Standard deviation of the Gaussian noise on both features.
   */
  noise?:
    | Noise
    | Noise[]
    | {
        /**
         * @minItems 1
         */
        values: Noise[];
      }
    | {
        value: Noise;
      }
    | ValueRange;
  /**
   * Seed of the random numbers that make the data; it does not depend on the replicate.
   */
  seed?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
}
/**
 * Spiral arms wound around each other, one for each class.
 */
export interface Spirals {
  /**
   * The data set's name.
   */
  name: "spirals";
  /**
   * Examples in the training part, and as many in the test part.
   */
  samples?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Standard deviation of the Gaussian noise on both features.
   */
  noise?:
    | Noise
    | Noise[]
    | {
        /**
         * @minItems 1
         */
        values: Noise[];
      }
    | {
        value: Noise;
      }
    | ValueRange;
  /**
   * Number of spiral arms.
   */
  classes?:
    | Classes
    | Classes[]
    | {
        /**
         * @minItems 1
         */
        values: Classes[];
      }
    | {
        value: Classes;
      }
    | ValueRange;
  /**
   * Seed of the random numbers that make the data; it does not depend on the replicate.
   */
  seed?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
}
/**
 * Clouds of points in the plane, one for each class.
 */
export interface Blobs {
  /**
   * The data set's name.
   */
  name: "blobs";
  /**
   * Examples in the training part, and as many in the test part.
   */
  samples?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Standard deviation of the Gaussian noise on both features.
   */
  noise?:
    | Noise
    | Noise[]
    | {
        /**
         * @minItems 1
         */
        values: Noise[];
      }
    | {
        value: Noise;
      }
    | ValueRange;
  /**
   * Number of clouds.
   */
  classes?:
    | Classes
    | Classes[]
    | {
        /**
         * @minItems 1
         */
        values: Classes[];
      }
    | {
        value: Classes;
      }
    | ValueRange;
  /**
   * Seed of the random numbers that make the data; it does not depend on the replicate.
   */
  seed?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
}
/**
 * A straight line with noise, or a plane over several features: a number to predict.
 */
export interface Line {
  /**
   * The data set's name.
   */
  name: "line";
  /**
   * Examples in the training part, and as many in the test part.
   */
  samples?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Standard deviation of the Gaussian noise on the target.
   */
  noise?:
    | Noise
    | Noise[]
    | {
        /**
         * @minItems 1
         */
        values: Noise[];
      }
    | {
        value: Noise;
      }
    | ValueRange;
  /**
   * Numbers that each example has.
   */
  features?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Seed of the random numbers that make the data; it does not depend on the replicate.
   */
  seed?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
}
/**
 * A wave of a sine with noise: a number to predict.
 */
export interface Sine {
  /**
   * The data set's name.
   */
  name: "sine";
  /**
   * Examples in the training part, and as many in the test part.
   */
  samples?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Standard deviation of the Gaussian noise on the target.
   */
  noise?:
    | Noise
    | Noise[]
    | {
        /**
         * @minItems 1
         */
        values: Noise[];
      }
    | {
        value: Noise;
      }
    | ValueRange;
  /**
   * Seed of the random numbers that make the data; it does not depend on the replicate.
   */
  seed?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
}
/**
 * A single example, to train and to test on: one number, and the number to answer.
 */
export interface Point {
  /**
   * The data set's name.
   */
  name: "point";
  /**
   * The number that the example has.
   */
  x?:
    | Coordinate
    | Coordinate[]
    | {
        /**
         * @minItems 1
         */
        values: Coordinate[];
      }
    | {
        value: Coordinate;
      }
    | ValueRange;
  /**
   * The number to answer.
   */
  y?:
    | Coordinate
    | Coordinate[]
    | {
        /**
         * @minItems 1
         */
        values: Coordinate[];
      }
    | {
        value: Coordinate;
      }
    | ValueRange;
}
/**
 * A CSV file: a line of names, then a line for each example.
 */
export interface Csv {
  /**
   * The data set's name.
   */
  name: "csv";
  /**
   * The file, seen from the folder of the file that names it; inside the repository.
   */
  path:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * The column to predict: of classes if it holds texts, of numbers otherwise.
   */
  target?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Several columns of numbers to predict, instead of target.
   */
  targets?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns that are no inputs.
   */
  ignore?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns of categories or classes that look like numbers.
   */
  categories?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns of numbers that look like texts: what is none is then told.
   */
  numbers?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * What becomes of missing inputs: an error; the row is left out (drop); or a figure of the training part stands in, for categories always the most frequent one.
   */
  missing?:
    | MissingRule
    | MissingRule[]
    | {
        /**
         * @minItems 1
         */
        values: MissingRule[];
      }
    | {
        value: MissingRule;
      };
  /**
   * What numbers become: mean 0 and standard deviation 1 (standard), the interval from 0 to 1 (minmax), or what they are; figures are those of the training part.
   */
  scaling?:
    | Scaling
    | Scaling[]
    | {
        /**
         * @minItems 1
         */
        values: Scaling[];
      }
    | {
        value: Scaling;
      };
  /**
   * The same for numbers to predict.
   */
  targetScaling?:
    | Scaling
    | Scaling[]
    | {
        /**
         * @minItems 1
         */
        values: Scaling[];
      }
    | {
        value: Scaling;
      };
  /**
   * Categories with fewer examples than this in the training part become one, other; so do unknown ones. 0 is none.
   */
  rare?:
    | OptionalCount
    | OptionalCount[]
    | {
        /**
         * @minItems 1
         */
        values: OptionalCount[];
      }
    | {
        value: OptionalCount;
      }
    | ValueRange;
  /**
   * Share of the rows to choose a configuration on.
   */
  validationShare?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Share of the rows to test on; folds replace it.
   */
  testShare?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * How rows are divided: at random with the same classes in each part (stratified), at random, or as they come (ordered).
   */
  split?:
    | SplitRule
    | SplitRule[]
    | {
        /**
         * @minItems 1
         */
        values: SplitRule[];
      }
    | {
        value: SplitRule;
      };
  /**
   * A column whose equal values stay in one part; it is no input.
   */
  group?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * A column that names the part of each row: train, validation or test; it is no input.
   */
  splitColumn?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Cross-validation: every trial runs once for each of so many parts, which it is tested on, trained on the others; 0 is none.
   */
  folds?:
    | FoldCount
    | FoldCount[]
    | {
        /**
         * @minItems 1
         */
        values: FoldCount[];
      }
    | {
        value: FoldCount;
      }
    | ValueRange;
  /**
   * The only fold to run, from 1; 0 is all of them.
   */
  fold?:
    | FoldCount
    | FoldCount[]
    | {
        /**
         * @minItems 1
         */
        values: FoldCount[];
      }
    | {
        value: FoldCount;
      }
    | ValueRange;
  /**
   * Seed of the random numbers that divide the rows; it does not depend on the replicate.
   */
  seed?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
  /**
   * What stands between cells, space being any run of blanks; auto is what the first line has most of.
   */
  delimiter?:
    | Delimiter
    | Delimiter[]
    | {
        /**
         * @minItems 1
         */
        values: Delimiter[];
      }
    | {
        value: Delimiter;
      };
  /**
   * What stands between whole and fraction of a number.
   */
  decimal?:
    | Decimal
    | Decimal[]
    | {
        /**
         * @minItems 1
         */
        values: Decimal[];
      }
    | {
        value: Decimal;
      };
  /**
   * Whether the first row names the columns; if not, they are column 1, column 2, ...
   */
  header?:
    | Flag
    | Flag[]
    | {
        /**
         * @minItems 1
         */
        values: Flag[];
      }
    | {
        value: Flag;
      };
  /**
   * Names of the columns from left to right, instead of those in the file.
   */
  names?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * What lines that are no rows begin with; auto passes over lines at the top that begin with #.
   */
  comment?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Columns whose numbers have marks between groups of three digits, as 1,234 or 1.234.
   */
  thousands?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns whose numbers have one and the same unit, currency or % around them, as 5 kg, $5 or 5%.
   */
  units?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns whose numbers have a comma between whole and fraction, whatever the file has elsewhere.
   */
  decimalComma?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns of dates: each becomes numbers, its year, month, day, weekday (1 is Monday) and, if there are times, hour.
   */
  dates?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Words and numbers that stand for a missing value, beside an empty cell, NA, N/A, NaN, null and ?.
   */
  missingWords?:
    | Words
    | Words[]
    | {
        /**
         * @minItems 1
         */
        values: Words[];
      }
    | {
        value: Words;
      };
  /**
   * Words among the usual ones that do not stand for a missing value, as NA where it means none.
   */
  presentWords?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns, the target among them, without whose value a row is left out, whatever missing says.
   */
  dropWithout?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns whose missing values are the mean of the training part, whatever missing says.
   */
  fillMean?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns whose missing values are the median of the training part, whatever missing says.
   */
  fillMedian?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns whose missing values are the most frequent one of the training part, whatever missing says.
   */
  fillMostFrequent?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
}
/**
 * A file of JSON lines, an object for each example, or of one JSON array of them.
 */
export interface Jsonl {
  /**
   * The data set's name.
   */
  name: "jsonl";
  /**
   * The file, seen from the folder of the file that names it; inside the repository.
   */
  path:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * The column to predict: of classes if it holds texts, of numbers otherwise.
   */
  target?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Several columns of numbers to predict, instead of target.
   */
  targets?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns that are no inputs.
   */
  ignore?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns of categories or classes that look like numbers.
   */
  categories?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns of numbers that look like texts: what is none is then told.
   */
  numbers?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * What becomes of missing inputs: an error; the row is left out (drop); or a figure of the training part stands in, for categories always the most frequent one.
   */
  missing?:
    | MissingRule
    | MissingRule[]
    | {
        /**
         * @minItems 1
         */
        values: MissingRule[];
      }
    | {
        value: MissingRule;
      };
  /**
   * What numbers become: mean 0 and standard deviation 1 (standard), the interval from 0 to 1 (minmax), or what they are; figures are those of the training part.
   */
  scaling?:
    | Scaling
    | Scaling[]
    | {
        /**
         * @minItems 1
         */
        values: Scaling[];
      }
    | {
        value: Scaling;
      };
  /**
   * The same for numbers to predict.
   */
  targetScaling?:
    | Scaling
    | Scaling[]
    | {
        /**
         * @minItems 1
         */
        values: Scaling[];
      }
    | {
        value: Scaling;
      };
  /**
   * Categories with fewer examples than this in the training part become one, other; so do unknown ones. 0 is none.
   */
  rare?:
    | OptionalCount
    | OptionalCount[]
    | {
        /**
         * @minItems 1
         */
        values: OptionalCount[];
      }
    | {
        value: OptionalCount;
      }
    | ValueRange;
  /**
   * Share of the rows to choose a configuration on.
   */
  validationShare?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Share of the rows to test on; folds replace it.
   */
  testShare?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * How rows are divided: at random with the same classes in each part (stratified), at random, or as they come (ordered).
   */
  split?:
    | SplitRule
    | SplitRule[]
    | {
        /**
         * @minItems 1
         */
        values: SplitRule[];
      }
    | {
        value: SplitRule;
      };
  /**
   * A column whose equal values stay in one part; it is no input.
   */
  group?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * A column that names the part of each row: train, validation or test; it is no input.
   */
  splitColumn?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Cross-validation: every trial runs once for each of so many parts, which it is tested on, trained on the others; 0 is none.
   */
  folds?:
    | FoldCount
    | FoldCount[]
    | {
        /**
         * @minItems 1
         */
        values: FoldCount[];
      }
    | {
        value: FoldCount;
      }
    | ValueRange;
  /**
   * The only fold to run, from 1; 0 is all of them.
   */
  fold?:
    | FoldCount
    | FoldCount[]
    | {
        /**
         * @minItems 1
         */
        values: FoldCount[];
      }
    | {
        value: FoldCount;
      }
    | ValueRange;
  /**
   * Seed of the random numbers that divide the rows; it does not depend on the replicate.
   */
  seed?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
  /**
   * Columns whose numbers have marks between groups of three digits, as 1,234 or 1.234.
   */
  thousands?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns whose numbers have one and the same unit, currency or % around them, as 5 kg, $5 or 5%.
   */
  units?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns whose numbers have a comma between whole and fraction, whatever the file has elsewhere.
   */
  decimalComma?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns of dates: each becomes numbers, its year, month, day, weekday (1 is Monday) and, if there are times, hour.
   */
  dates?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Words and numbers that stand for a missing value, beside an empty cell, NA, N/A, NaN, null and ?.
   */
  missingWords?:
    | Words
    | Words[]
    | {
        /**
         * @minItems 1
         */
        values: Words[];
      }
    | {
        value: Words;
      };
  /**
   * Words among the usual ones that do not stand for a missing value, as NA where it means none.
   */
  presentWords?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns, the target among them, without whose value a row is left out, whatever missing says.
   */
  dropWithout?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns whose missing values are the mean of the training part, whatever missing says.
   */
  fillMean?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns whose missing values are the median of the training part, whatever missing says.
   */
  fillMedian?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Columns whose missing values are the most frequent one of the training part, whatever missing says.
   */
  fillMostFrequent?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
}
/**
 * PNG and JPEG images in folders, one for each class.
 */
export interface Images {
  /**
   * The data set's name.
   */
  name: "images";
  /**
   * The folder, seen from that of the file that names it: inside it a folder for each class.
   */
  path:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Rows of pixels that every image is brought to.
   */
  height?:
    | Side
    | Side[]
    | {
        /**
         * @minItems 1
         */
        values: Side[];
      }
    | {
        value: Side;
      }
    | ValueRange;
  /**
   * Pixels in a row that every image is brought to.
   */
  width?:
    | Side
    | Side[]
    | {
        /**
         * @minItems 1
         */
        values: Side[];
      }
    | {
        value: Side;
      }
    | ValueRange;
  /**
   * One byte a pixel (grey), or red, green and blue (colour).
   */
  channels?:
    | Channels
    | Channels[]
    | {
        /**
         * @minItems 1
         */
        values: Channels[];
      }
    | {
        value: Channels;
      };
  /**
   * Share of the rows to choose a configuration on.
   */
  validationShare?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Share of the rows to test on; folds replace it.
   */
  testShare?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * How rows are divided: at random with the same classes in each part (stratified), at random, or as they come (ordered).
   */
  split?:
    | SplitRule
    | SplitRule[]
    | {
        /**
         * @minItems 1
         */
        values: SplitRule[];
      }
    | {
        value: SplitRule;
      };
  /**
   * Cross-validation: every trial runs once for each of so many parts, which it is tested on, trained on the others; 0 is none.
   */
  folds?:
    | FoldCount
    | FoldCount[]
    | {
        /**
         * @minItems 1
         */
        values: FoldCount[];
      }
    | {
        value: FoldCount;
      }
    | ValueRange;
  /**
   * The only fold to run, from 1; 0 is all of them.
   */
  fold?:
    | FoldCount
    | FoldCount[]
    | {
        /**
         * @minItems 1
         */
        values: FoldCount[];
      }
    | {
        value: FoldCount;
      }
    | ValueRange;
  /**
   * Seed of the random numbers that divide the rows; it does not depend on the replicate.
   */
  seed?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
}
/**
 * Bytes of any shape in four files of the format of MNIST.
 */
export interface Idx {
  /**
   * The data set's name.
   */
  name: "idx";
  /**
   * The file with the inputs to train on, packed by gzip or not, seen from the folder of the file that names it.
   */
  path:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * The file with the class of each training example, beside path.
   */
  labels:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * The file with the inputs to test on.
   */
  testInputs:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * The file with their classes.
   */
  testLabels:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Share of the rows to choose a configuration on.
   */
  validationShare?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Seed of the random numbers that divide the rows; it does not depend on the replicate.
   */
  seed?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
}
/**
 * Plain gradient descent: w = w - eta g.
 */
export interface Sgd {
  /**
   * The optimizer's name.
   */
  name: "sgd";
  /**
   * Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  l2?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  l1?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  clipNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  maxNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
}
/**
 * A step along a velocity that gradients add up in: v = momentum v + g.
 */
export interface Momentum {
  /**
   * The optimizer's name.
   */
  name: "momentum";
  /**
   * Share of the velocity that a step keeps.
   */
  momentum?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  l2?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  l1?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  clipNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  maxNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
}
/**
 * Momentum that looks ahead: w = w - eta (g + momentum v).
 */
export interface Nesterov {
  /**
   * The optimizer's name.
   */
  name: "nesterov";
  /**
   * Share of the velocity that a step keeps.
   */
  momentum?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  l2?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  l1?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  clipNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  maxNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
}
/**
 * Steps divided by the root of the sum of all squared gradients so far.
 */
export interface Adagrad {
  /**
   * The optimizer's name.
   */
  name: "adagrad";
  /**
   * Added to the root of the squared gradients, by which a step is divided.
   */
  epsilon?:
    | Epsilon
    | Epsilon[]
    | {
        /**
         * @minItems 1
         */
        values: Epsilon[];
      }
    | {
        value: Epsilon;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  l2?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  l1?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  clipNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  maxNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
}
/**
 * Steps divided by the root of the mean squared gradient.
 */
export interface Rmsprop {
  /**
   * The optimizer's name.
   */
  name: "rmsprop";
  /**
   * Share of the mean squared gradient that a step keeps.
   */
  beta2?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Added to the root of the squared gradients, by which a step is divided.
   */
  epsilon?:
    | Epsilon
    | Epsilon[]
    | {
        /**
         * @minItems 1
         */
        values: Epsilon[];
      }
    | {
        value: Epsilon;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  l2?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  l1?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  clipNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  maxNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
}
/**
 * Momentum divided by the root of the mean squared gradient, both corrected for their start.
 */
export interface Adam {
  /**
   * The optimizer's name.
   */
  name: "adam";
  /**
   * Share of the mean gradient that a step keeps.
   */
  beta1?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Share of the mean squared gradient that a step keeps.
   */
  beta2?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Added to the root of the squared gradients, by which a step is divided.
   */
  epsilon?:
    | Epsilon
    | Epsilon[]
    | {
        /**
         * @minItems 1
         */
        values: Epsilon[];
      }
    | {
        value: Epsilon;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  l2?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  l1?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  clipNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  maxNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
}
/**
 * Adam with a decay of the weights apart from the gradient in place of l2.
 */
export interface Adamw {
  /**
   * The optimizer's name.
   */
  name: "adamw";
  /**
   * Share of the mean gradient that a step keeps.
   */
  beta1?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Share of the mean squared gradient that a step keeps.
   */
  beta2?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Added to the root of the squared gradients, by which a step is divided.
   */
  epsilon?:
    | Epsilon
    | Epsilon[]
    | {
        /**
         * @minItems 1
         */
        values: Epsilon[];
      }
    | {
        value: Epsilon;
      }
    | ValueRange;
  /**
   * Share of eta by which each step shrinks the weights, apart from the gradient.
   */
  weightDecay?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  l1?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  clipNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  maxNorm?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
}
/**
 * The same learning rate all along.
 */
export interface Constant {
  /**
   * The schedule's name.
   */
  name: "constant";
}
/**
 * Multiplied by factor after every so many epochs.
 */
export interface Step {
  /**
   * The schedule's name.
   */
  name: "step";
  /**
   * What the learning rate is multiplied by.
   */
  factor?:
    | Factor
    | Factor[]
    | {
        /**
         * @minItems 1
         */
        values: Factor[];
      }
    | {
        value: Factor;
      }
    | ValueRange;
  /**
   * Epochs between two steps down.
   */
  every?:
    | EpochCount
    | EpochCount[]
    | {
        /**
         * @minItems 1
         */
        values: EpochCount[];
      }
    | {
        value: EpochCount;
      }
    | ValueRange;
}
/**
 * Multiplied by factor after each epoch; a factor above 1 tests a range of rates.
 */
export interface Exponential {
  /**
   * The schedule's name.
   */
  name: "exponential";
  /**
   * What the learning rate is multiplied by.
   */
  factor?:
    | Factor
    | Factor[]
    | {
        /**
         * @minItems 1
         */
        values: Factor[];
      }
    | {
        value: Factor;
      }
    | ValueRange;
}
/**
 * eta / (1 + decay epochs).
 */
export interface Inverse {
  /**
   * The schedule's name.
   */
  name: "inverse";
  /**
   * How fast the learning rate falls: eta / (1 + decay epochs).
   */
  decay?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
}
/**
 * Falls from eta to floor eta along half a period of the cosine; depends on the number of epochs.
 */
export interface Cosine {
  /**
   * The schedule's name.
   */
  name: "cosine";
  /**
   * Share of eta at which the rate begins to rise, or ends to fall.
   */
  floor?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
}
/**
 * Rises from floor eta to eta in a straight line, step by step, then stays.
 */
export interface Warmup {
  /**
   * The schedule's name.
   */
  name: "warmup";
  /**
   * How long the rate rises: for warmup in epochs, for oneCycle as a share of all epochs.
   */
  warmup?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Share of eta at which the rate begins to rise, or ends to fall.
   */
  floor?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
}
/**
 * Rises from floor eta to eta, then falls to 0 along the cosine; depends on the number of epochs.
 */
export interface OneCycle {
  /**
   * The schedule's name.
   */
  name: "oneCycle";
  /**
   * How long the rate rises: for warmup in epochs, for oneCycle as a share of all epochs.
   */
  warmup?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Share of eta at which the rate begins to rise, or ends to fall.
   */
  floor?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
}
/**
 * Multiplied by factor when the metric has got no better for patience epochs.
 */
export interface Plateau {
  /**
   * The schedule's name.
   */
  name: "plateau";
  /**
   * What the learning rate is multiplied by.
   */
  factor?:
    | Factor
    | Factor[]
    | {
        /**
         * @minItems 1
         */
        values: Factor[];
      }
    | {
        value: Factor;
      }
    | ValueRange;
  /**
   * Epochs without a better value after which the learning rate falls.
   */
  patience?:
    | EpochCount
    | EpochCount[]
    | {
        /**
         * @minItems 1
         */
        values: EpochCount[];
      }
    | {
        value: EpochCount;
      }
    | ValueRange;
  /**
   * The metric that has to get better; auto is validationLoss, or runningLoss without a validation part.
   */
  metric?:
    | PlateauMetric
    | PlateauMetric[]
    | {
        /**
         * @minItems 1
         */
        values: PlateauMetric[];
      }
    | {
        value: PlateauMetric;
      };
}
export interface Pattern {
  /**
   * The name of the variant, or a list of names of which any one matches.
   */
  variant?: string | string[];
  /**
   * Weights and biases of the network, computed from its layers.
   */
  parameters?: number | Comparison;
  /**
   * Number of hidden layers.
   */
  layers?: number | number[] | Comparison;
  /**
   * The function to minimise, of a descent: a name, a name with options, an expression, or a list of these as an axis.
   */
  function?:
    | Function
    | Function[]
    | {
        /**
         * Any other value than this one.
         */
        ne: FunctionName | Bowl | Rosenbrock | Himmelblau | Saddle | Rastrigin | Expression;
      };
  /**
   * Option of the function. Curvature along each variable: the bowl is the sum of curvature/2 times the variable squared.
   */
  "function.curvatures"?:
    | Numbers
    | Numbers[]
    | {
        ne: Numbers1;
      };
  /**
   * Option of the function. A formula of v1, v2, ... with + - * / ^, exp, log, sqrt, sin, cos, tanh, pi and e.
   */
  "function.expression"?:
    | Formula
    | Formula[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Where the descent begins: a number for each variable.
   */
  start?:
    | Numbers
    | Numbers[]
    | {
        ne: Numbers1;
      };
  /**
   * The data: a name, a name with options, or a list of either as an axis.
   */
  dataset?:
    | Dataset
    | Dataset[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | DatasetName
          | Digits
          | Mnist
          | Xor
          | Moons
          | Spirals
          | Blobs
          | Line
          | Sine
          | Point
          | Csv
          | Jsonl
          | Images
          | Idx;
      };
  /**
   * Option of the data set. Examples to train on.
   */
  "dataset.train"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Examples to choose a configuration on.
   */
  "dataset.validation"?: OptionalCount | OptionalCount[] | Comparison;
  /**
   * Option of the data set. Examples to test on.
   */
  "dataset.test"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Examples in the training part, and as many in the test part.
   */
  "dataset.samples"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Standard deviation of the noise.
   */
  "dataset.noise"?: Noise | Noise[] | Comparison;
  /**
   * Option of the data set. Number of classes.
   */
  "dataset.classes"?: Classes | Classes[] | Comparison;
  /**
   * Option of the data set. Numbers that each example has.
   */
  "dataset.features"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. The number that the only example has.
   */
  "dataset.x"?: Coordinate | Coordinate[] | Comparison;
  /**
   * Option of the data set. The number that is to be answered.
   */
  "dataset.y"?: Coordinate | Coordinate[] | Comparison;
  /**
   * Option of the data set. Seed of the random numbers that make the data.
   */
  "dataset.seed"?: Seed | Seed[] | Comparison;
  /**
   * Option of the data set. The file, seen from the folder of the file that names it; inside the repository.
   */
  "dataset.path"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The column to predict: of classes if it holds texts, of numbers otherwise.
   */
  "dataset.target"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Several columns of numbers to predict, instead of target.
   */
  "dataset.targets"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns that are no inputs.
   */
  "dataset.ignore"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of categories or classes that look like numbers.
   */
  "dataset.categories"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of numbers that look like texts: what is none is then told.
   */
  "dataset.numbers"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. What becomes of missing inputs: an error; the row is left out (drop); or a figure of the training part stands in, for categories always the most frequent one.
   */
  "dataset.missing"?:
    | MissingRule
    | MissingRule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "error" | "drop" | "mean" | "median" | "mostFrequent";
      };
  /**
   * Option of the data set. What numbers become: mean 0 and standard deviation 1 (standard), the interval from 0 to 1 (minmax), or what they are; figures are those of the training part.
   */
  "dataset.scaling"?:
    | Scaling
    | Scaling[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "standard" | "minmax" | "none";
      };
  /**
   * Option of the data set. The same for numbers to predict.
   */
  "dataset.targetScaling"?:
    | Scaling
    | Scaling[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "standard" | "minmax" | "none";
      };
  /**
   * Option of the data set. Categories with fewer examples than this in the training part become one, other; so do unknown ones. 0 is none.
   */
  "dataset.rare"?: OptionalCount | OptionalCount[] | Comparison;
  /**
   * Option of the data set. Share of the rows to choose a configuration on.
   */
  "dataset.validationShare"?: Share | Share[] | Comparison;
  /**
   * Option of the data set. Share of the rows to test on; folds replace it.
   */
  "dataset.testShare"?: Share | Share[] | Comparison;
  /**
   * Option of the data set. How rows are divided: at random with the same classes in each part (stratified), at random, or as they come (ordered).
   */
  "dataset.split"?:
    | SplitRule
    | SplitRule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "stratified" | "random" | "ordered";
      };
  /**
   * Option of the data set. A column whose equal values stay in one part; it is no input.
   */
  "dataset.group"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. A column that names the part of each row: train, validation or test; it is no input.
   */
  "dataset.splitColumn"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Cross-validation: every trial runs once for each of so many parts, which it is tested on, trained on the others; 0 is none.
   */
  "dataset.folds"?: FoldCount | FoldCount[] | Comparison;
  /**
   * Option of the data set. The only fold to run, from 1; 0 is all of them.
   */
  "dataset.fold"?: FoldCount | FoldCount[] | Comparison;
  /**
   * Option of the data set. What stands between cells; auto is what the first line has most of.
   */
  "dataset.delimiter"?:
    | Delimiter
    | Delimiter[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "auto" | "comma" | "semicolon" | "tab" | "pipe" | "space";
      };
  /**
   * Option of the data set. What stands between whole and fraction of a number.
   */
  "dataset.decimal"?:
    | Decimal
    | Decimal[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "auto" | "point" | "comma";
      };
  /**
   * Option of the data set. Rows of pixels that every image is brought to.
   */
  "dataset.height"?: Side | Side[] | Comparison;
  /**
   * Option of the data set. Pixels in a row that every image is brought to.
   */
  "dataset.width"?: Side | Side[] | Comparison;
  /**
   * Option of the data set. One byte a pixel (grey), or red, green and blue (colour).
   */
  "dataset.channels"?:
    | Channels
    | Channels[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "grey" | "colour";
      };
  /**
   * Option of the data set. The file with the class of each training example, beside path.
   */
  "dataset.labels"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The file with the inputs to test on.
   */
  "dataset.testInputs"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The file with their classes.
   */
  "dataset.testLabels"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Units of each hidden layer, input side first; [] is no hidden layer.
   */
  "architecture.hidden"?:
    | Hidden
    | Hidden[]
    | {
        ne: Hidden1;
      };
  /**
   * What a hidden unit does with its weighted input.
   */
  "architecture.activation"?:
    | Activation
    | Activation[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "sigmoid" | "tanh" | "relu" | "leakyRelu" | "elu" | "gelu" | "silu" | "softplus" | "identity";
      };
  /**
   * What the output layer does; softmax goes with the loss crossEntropy.
   */
  "architecture.output"?:
    | Output
    | Output[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "sigmoid" | "softmax" | "identity";
      };
  /**
   * How the first weights are drawn: variance 1 (normal), 1/fan-in (scaled), 2/(fan-in + fan-out) (xavier) or 2/fan-in (he). A number: every weight and bias starts as it.
   */
  "architecture.init"?:
    | Init
    | Init[]
    | {
        /**
         * Any other value than this one.
         */
        ne: ("normal" | "scaled" | "xavier" | "he") | number;
      };
  /**
   * Share of the hidden units that each example in training does without; the others count for more, so that the sum stays the same.
   */
  "architecture.dropout"?: Share | Share[] | Comparison;
  /**
   * What training minimizes. quadratic and mse go with sigmoid or identity outputs, huber and hinge with identity, crossEntropy with softmax, binaryCrossEntropy with sigmoid.
   */
  loss?:
    | Loss
    | Loss[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "quadratic" | "mse" | "huber" | "hinge" | "crossEntropy" | "binaryCrossEntropy";
      };
  /**
   * What the loss of an example is multiplied by: one weight for each class, in their order; balanced weighs classes so that each counts as much as any other; none weighs all alike. A list of lists is an axis.
   */
  classWeights?:
    | ClassWeights
    | ClassWeights[]
    | {
        /**
         * Any other value than this one.
         */
        ne: number[] | ("none" | "balanced");
      };
  /**
   * Share of every target that crossEntropy spreads over all classes alike, or binaryCrossEntropy over yes and no; a network is so kept from being too sure.
   */
  labelSmoothing?: Share | Share[] | Comparison;
  /**
   * The learning rate: the size of a step against the gradient.
   */
  eta?: Eta | Eta[] | Comparison;
  /**
   * How gradients become steps: a name, a name with options, or a list of either as an axis.
   */
  optimizer?:
    | Optimizer
    | Optimizer[]
    | {
        /**
         * Any other value than this one.
         */
        ne: OptimizerName | Sgd | Momentum | Nesterov | Adagrad | Rmsprop | Adam | Adamw;
      };
  /**
   * Option of the optimizer. Share of the velocity that a step keeps.
   */
  "optimizer.momentum"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Share of the mean gradient that a step keeps.
   */
  "optimizer.beta1"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Share of the mean squared gradient that a step keeps.
   */
  "optimizer.beta2"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Added to the root of the squared gradients, by which a step is divided.
   */
  "optimizer.epsilon"?: Epsilon | Epsilon[] | Comparison;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  "optimizer.l2"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  "optimizer.l1"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Share of eta by which each step shrinks the weights, apart from the gradient.
   */
  "optimizer.weightDecay"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  "optimizer.clipNorm"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  "optimizer.maxNorm"?: Strength | Strength[] | Comparison;
  /**
   * How the learning rate changes on the way: a name, a name with options, or a list of either as an axis.
   */
  schedule?:
    | Schedule
    | Schedule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: ScheduleName | Constant | Step | Exponential | Inverse | Cosine | Warmup | OneCycle | Plateau;
      };
  /**
   * Option of the schedule. What the learning rate is multiplied by.
   */
  "schedule.factor"?: Factor | Factor[] | Comparison;
  /**
   * Option of the schedule. Epochs between two steps down.
   */
  "schedule.every"?: EpochCount | EpochCount[] | Comparison;
  /**
   * Option of the schedule. How fast the learning rate falls: eta / (1 + decay epochs).
   */
  "schedule.decay"?: Strength | Strength[] | Comparison;
  /**
   * Option of the schedule. Share of eta at which the rate begins to rise, or ends to fall.
   */
  "schedule.floor"?: Share | Share[] | Comparison;
  /**
   * Option of the schedule. How long the rate rises: for warmup in epochs, for oneCycle as a share of all epochs.
   */
  "schedule.warmup"?: Strength | Strength[] | Comparison;
  /**
   * Option of the schedule. Epochs without a lower loss after which the learning rate falls.
   */
  "schedule.patience"?: EpochCount | EpochCount[] | Comparison;
  /**
   * The metric that has to get better; auto is validationLoss, or runningLoss without a validation part.
   */
  "schedule.metric"?:
    | PlateauMetric
    | PlateauMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "auto"
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * Examples in each step; full takes the whole training part, which is plain gradient descent.
   */
  batchSize?: BatchSize | BatchSize[] | Comparison;
  /**
   * Passes over the training part.
   */
  epochs?: Epochs | Epochs[] | Comparison;
  /**
   * Steps of the descent.
   */
  steps?: Steps | Steps[] | Comparison;
  /**
   * The descent ends where the norm of the gradient is at most this.
   */
  tolerance?: Strength | Strength[] | Comparison;
  /**
   * The metric that has to get better; by default on the validation part.
   */
  "earlyStopping.metric"?:
    | WatchedMetric
    | WatchedMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * Epochs without a better value after which a trial stops; 0 is never.
   */
  "earlyStopping.patience"?: Patience | Patience[] | Comparison;
  /**
   * By how much a value must be better than the best before to count.
   */
  "earlyStopping.minDelta"?: Strength | Strength[] | Comparison;
  /**
   * Whether a trial ends as it was at its best epoch, later ones forgotten.
   */
  "earlyStopping.restoreBest"?:
    | Flag
    | Flag[]
    | {
        /**
         * Any other value than this one.
         */
        ne: boolean;
      };
  /**
   * The metric that is to reach the value.
   */
  "target.metric"?:
    | WatchedMetric
    | WatchedMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * What is good enough: a trial stops at the end of the epoch that reaches it; none is never.
   */
  "target.value"?: TargetValue | TargetValue[] | Comparison;
  /**
   * Option of the data set. Whether the first row names the columns; if not, they are column 1, column 2, ...
   */
  "dataset.header"?:
    | Flag
    | Flag[]
    | {
        /**
         * Any other value than this one.
         */
        ne: boolean;
      };
  /**
   * Option of the data set. Names of the columns from left to right, instead of those in the file.
   */
  "dataset.names"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. What lines that are no rows begin with; auto passes over lines at the top that begin with #.
   */
  "dataset.comment"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Columns whose numbers have marks between groups of three digits, as 1,234 or 1.234.
   */
  "dataset.thousands"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose numbers have one and the same unit, currency or % around them, as 5 kg, $5 or 5%.
   */
  "dataset.units"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose numbers have a comma between whole and fraction, whatever the file has elsewhere.
   */
  "dataset.decimalComma"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of dates: each becomes numbers, its year, month, day, weekday (1 is Monday) and, if there are times, hour.
   */
  "dataset.dates"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Words and numbers that stand for a missing value, beside an empty cell, NA, N/A, NaN, null and ?.
   */
  "dataset.missingWords"?:
    | Words
    | Words[]
    | {
        ne: Words1;
      };
  /**
   * Option of the data set. Words among the usual ones that do not stand for a missing value, as NA where it means none.
   */
  "dataset.presentWords"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns, the target among them, without whose value a row is left out, whatever missing says.
   */
  "dataset.dropWithout"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the mean of the training part, whatever missing says.
   */
  "dataset.fillMean"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the median of the training part, whatever missing says.
   */
  "dataset.fillMedian"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the most frequent one of the training part, whatever missing says.
   */
  "dataset.fillMostFrequent"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
}
export interface Comparison {
  /**
   * Above this number.
   */
  gt?: number;
  /**
   * At least this number.
   */
  gte?: number;
  /**
   * Below this number.
   */
  lt?: number;
  /**
   * At most this number.
   */
  lte?: number;
  /**
   * Any other number than this one.
   */
  ne?: number;
}
export interface SweptFields {
  /**
   * The function to minimise, of a descent: a name, a name with options, an expression, or a list of these as an axis.
   */
  function?:
    | Function
    | Function[]
    | {
        /**
         * @minItems 1
         */
        values: Function[];
      }
    | {
        value: Function;
      };
  /**
   * Option of the function. Curvature along each variable: the bowl is the sum of curvature/2 times the variable squared.
   */
  "function.curvatures"?:
    | Numbers
    | Numbers[]
    | {
        /**
         * @minItems 1
         */
        values: Numbers[];
      }
    | {
        value: Numbers;
      };
  /**
   * Option of the function. A formula of v1, v2, ... with + - * / ^, exp, log, sqrt, sin, cos, tanh, pi and e.
   */
  "function.expression"?:
    | Formula
    | Formula[]
    | {
        /**
         * @minItems 1
         */
        values: Formula[];
      }
    | {
        value: Formula;
      };
  /**
   * Where the descent begins: a number for each variable.
   */
  start?:
    | Numbers
    | Numbers[]
    | {
        /**
         * @minItems 1
         */
        values: Numbers[];
      }
    | {
        value: Numbers;
      };
  /**
   * The data: a name, a name with options, or a list of either as an axis.
   */
  dataset?:
    | Dataset
    | Dataset[]
    | {
        /**
         * @minItems 1
         */
        values: Dataset[];
      }
    | {
        value: Dataset;
      };
  /**
   * Option of the data set. Examples to train on.
   */
  "dataset.train"?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Option of the data set. Examples to choose a configuration on.
   */
  "dataset.validation"?:
    | OptionalCount
    | OptionalCount[]
    | {
        /**
         * @minItems 1
         */
        values: OptionalCount[];
      }
    | {
        value: OptionalCount;
      }
    | ValueRange;
  /**
   * Option of the data set. Examples to test on.
   */
  "dataset.test"?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Option of the data set. Examples in the training part, and as many in the test part.
   */
  "dataset.samples"?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Option of the data set. Standard deviation of the noise.
   */
  "dataset.noise"?:
    | Noise
    | Noise[]
    | {
        /**
         * @minItems 1
         */
        values: Noise[];
      }
    | {
        value: Noise;
      }
    | ValueRange;
  /**
   * Option of the data set. Number of classes.
   */
  "dataset.classes"?:
    | Classes
    | Classes[]
    | {
        /**
         * @minItems 1
         */
        values: Classes[];
      }
    | {
        value: Classes;
      }
    | ValueRange;
  /**
   * Option of the data set. Numbers that each example has.
   */
  "dataset.features"?:
    | Count
    | Count[]
    | {
        /**
         * @minItems 1
         */
        values: Count[];
      }
    | {
        value: Count;
      }
    | ValueRange;
  /**
   * Option of the data set. The number that the only example has.
   */
  "dataset.x"?:
    | Coordinate
    | Coordinate[]
    | {
        /**
         * @minItems 1
         */
        values: Coordinate[];
      }
    | {
        value: Coordinate;
      }
    | ValueRange;
  /**
   * Option of the data set. The number that is to be answered.
   */
  "dataset.y"?:
    | Coordinate
    | Coordinate[]
    | {
        /**
         * @minItems 1
         */
        values: Coordinate[];
      }
    | {
        value: Coordinate;
      }
    | ValueRange;
  /**
   * Option of the data set. Seed of the random numbers that make the data.
   */
  "dataset.seed"?:
    | Seed
    | Seed[]
    | {
        /**
         * @minItems 1
         */
        values: Seed[];
      }
    | {
        value: Seed;
      }
    | ValueRange;
  /**
   * Option of the data set. The file, seen from the folder of the file that names it; inside the repository.
   */
  "dataset.path"?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Option of the data set. The column to predict: of classes if it holds texts, of numbers otherwise.
   */
  "dataset.target"?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Option of the data set. Several columns of numbers to predict, instead of target.
   */
  "dataset.targets"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. Columns that are no inputs.
   */
  "dataset.ignore"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. Columns of categories or classes that look like numbers.
   */
  "dataset.categories"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. Columns of numbers that look like texts: what is none is then told.
   */
  "dataset.numbers"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. What becomes of missing inputs: an error; the row is left out (drop); or a figure of the training part stands in, for categories always the most frequent one.
   */
  "dataset.missing"?:
    | MissingRule
    | MissingRule[]
    | {
        /**
         * @minItems 1
         */
        values: MissingRule[];
      }
    | {
        value: MissingRule;
      };
  /**
   * Option of the data set. What numbers become: mean 0 and standard deviation 1 (standard), the interval from 0 to 1 (minmax), or what they are; figures are those of the training part.
   */
  "dataset.scaling"?:
    | Scaling
    | Scaling[]
    | {
        /**
         * @minItems 1
         */
        values: Scaling[];
      }
    | {
        value: Scaling;
      };
  /**
   * Option of the data set. The same for numbers to predict.
   */
  "dataset.targetScaling"?:
    | Scaling
    | Scaling[]
    | {
        /**
         * @minItems 1
         */
        values: Scaling[];
      }
    | {
        value: Scaling;
      };
  /**
   * Option of the data set. Categories with fewer examples than this in the training part become one, other; so do unknown ones. 0 is none.
   */
  "dataset.rare"?:
    | OptionalCount
    | OptionalCount[]
    | {
        /**
         * @minItems 1
         */
        values: OptionalCount[];
      }
    | {
        value: OptionalCount;
      }
    | ValueRange;
  /**
   * Option of the data set. Share of the rows to choose a configuration on.
   */
  "dataset.validationShare"?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Option of the data set. Share of the rows to test on; folds replace it.
   */
  "dataset.testShare"?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Option of the data set. How rows are divided: at random with the same classes in each part (stratified), at random, or as they come (ordered).
   */
  "dataset.split"?:
    | SplitRule
    | SplitRule[]
    | {
        /**
         * @minItems 1
         */
        values: SplitRule[];
      }
    | {
        value: SplitRule;
      };
  /**
   * Option of the data set. A column whose equal values stay in one part; it is no input.
   */
  "dataset.group"?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Option of the data set. A column that names the part of each row: train, validation or test; it is no input.
   */
  "dataset.splitColumn"?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Option of the data set. Cross-validation: every trial runs once for each of so many parts, which it is tested on, trained on the others; 0 is none.
   */
  "dataset.folds"?:
    | FoldCount
    | FoldCount[]
    | {
        /**
         * @minItems 1
         */
        values: FoldCount[];
      }
    | {
        value: FoldCount;
      }
    | ValueRange;
  /**
   * Option of the data set. The only fold to run, from 1; 0 is all of them.
   */
  "dataset.fold"?:
    | FoldCount
    | FoldCount[]
    | {
        /**
         * @minItems 1
         */
        values: FoldCount[];
      }
    | {
        value: FoldCount;
      }
    | ValueRange;
  /**
   * Option of the data set. What stands between cells; auto is what the first line has most of.
   */
  "dataset.delimiter"?:
    | Delimiter
    | Delimiter[]
    | {
        /**
         * @minItems 1
         */
        values: Delimiter[];
      }
    | {
        value: Delimiter;
      };
  /**
   * Option of the data set. What stands between whole and fraction of a number.
   */
  "dataset.decimal"?:
    | Decimal
    | Decimal[]
    | {
        /**
         * @minItems 1
         */
        values: Decimal[];
      }
    | {
        value: Decimal;
      };
  /**
   * Option of the data set. Rows of pixels that every image is brought to.
   */
  "dataset.height"?:
    | Side
    | Side[]
    | {
        /**
         * @minItems 1
         */
        values: Side[];
      }
    | {
        value: Side;
      }
    | ValueRange;
  /**
   * Option of the data set. Pixels in a row that every image is brought to.
   */
  "dataset.width"?:
    | Side
    | Side[]
    | {
        /**
         * @minItems 1
         */
        values: Side[];
      }
    | {
        value: Side;
      }
    | ValueRange;
  /**
   * Option of the data set. One byte a pixel (grey), or red, green and blue (colour).
   */
  "dataset.channels"?:
    | Channels
    | Channels[]
    | {
        /**
         * @minItems 1
         */
        values: Channels[];
      }
    | {
        value: Channels;
      };
  /**
   * Option of the data set. The file with the class of each training example, beside path.
   */
  "dataset.labels"?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Option of the data set. The file with the inputs to test on.
   */
  "dataset.testInputs"?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Option of the data set. The file with their classes.
   */
  "dataset.testLabels"?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Units of each hidden layer, input side first; [] is no hidden layer.
   */
  "architecture.hidden"?:
    | Hidden
    | Hidden[]
    | {
        /**
         * @minItems 1
         */
        values: Hidden[];
      }
    | {
        value: Hidden;
      };
  /**
   * What a hidden unit does with its weighted input.
   */
  "architecture.activation"?:
    | Activation
    | Activation[]
    | {
        /**
         * @minItems 1
         */
        values: Activation[];
      }
    | {
        value: Activation;
      };
  /**
   * What the output layer does; softmax goes with the loss crossEntropy.
   */
  "architecture.output"?:
    | Output
    | Output[]
    | {
        /**
         * @minItems 1
         */
        values: Output[];
      }
    | {
        value: Output;
      };
  /**
   * How the first weights are drawn: variance 1 (normal), 1/fan-in (scaled), 2/(fan-in + fan-out) (xavier) or 2/fan-in (he). A number: every weight and bias starts as it.
   */
  "architecture.init"?:
    | Init
    | Init[]
    | {
        /**
         * @minItems 1
         */
        values: Init[];
      }
    | {
        value: Init;
      };
  /**
   * Share of the hidden units that each example in training does without; the others count for more, so that the sum stays the same.
   */
  "architecture.dropout"?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * What training minimizes. quadratic and mse go with sigmoid or identity outputs, huber and hinge with identity, crossEntropy with softmax, binaryCrossEntropy with sigmoid.
   */
  loss?:
    | Loss
    | Loss[]
    | {
        /**
         * @minItems 1
         */
        values: Loss[];
      }
    | {
        value: Loss;
      };
  /**
   * What the loss of an example is multiplied by: one weight for each class, in their order; balanced weighs classes so that each counts as much as any other; none weighs all alike. A list of lists is an axis.
   */
  classWeights?:
    | ClassWeights
    | ClassWeights[]
    | {
        /**
         * @minItems 1
         */
        values: ClassWeights[];
      }
    | {
        value: ClassWeights;
      };
  /**
   * Share of every target that crossEntropy spreads over all classes alike, or binaryCrossEntropy over yes and no; a network is so kept from being too sure.
   */
  labelSmoothing?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * The learning rate: the size of a step against the gradient.
   */
  eta?:
    | Eta
    | Eta[]
    | {
        /**
         * @minItems 1
         */
        values: Eta[];
      }
    | {
        value: Eta;
      }
    | ValueRange;
  /**
   * How gradients become steps: a name, a name with options, or a list of either as an axis.
   */
  optimizer?:
    | Optimizer
    | Optimizer[]
    | {
        /**
         * @minItems 1
         */
        values: Optimizer[];
      }
    | {
        value: Optimizer;
      };
  /**
   * Option of the optimizer. Share of the velocity that a step keeps.
   */
  "optimizer.momentum"?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Option of the optimizer. Share of the mean gradient that a step keeps.
   */
  "optimizer.beta1"?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Option of the optimizer. Share of the mean squared gradient that a step keeps.
   */
  "optimizer.beta2"?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Option of the optimizer. Added to the root of the squared gradients, by which a step is divided.
   */
  "optimizer.epsilon"?:
    | Epsilon
    | Epsilon[]
    | {
        /**
         * @minItems 1
         */
        values: Epsilon[];
      }
    | {
        value: Epsilon;
      }
    | ValueRange;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  "optimizer.l2"?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  "optimizer.l1"?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Option of the optimizer. Share of eta by which each step shrinks the weights, apart from the gradient.
   */
  "optimizer.weightDecay"?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Option of the optimizer. Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  "optimizer.clipNorm"?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Option of the optimizer. Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  "optimizer.maxNorm"?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * How the learning rate changes on the way: a name, a name with options, or a list of either as an axis.
   */
  schedule?:
    | Schedule
    | Schedule[]
    | {
        /**
         * @minItems 1
         */
        values: Schedule[];
      }
    | {
        value: Schedule;
      };
  /**
   * Option of the schedule. What the learning rate is multiplied by.
   */
  "schedule.factor"?:
    | Factor
    | Factor[]
    | {
        /**
         * @minItems 1
         */
        values: Factor[];
      }
    | {
        value: Factor;
      }
    | ValueRange;
  /**
   * Option of the schedule. Epochs between two steps down.
   */
  "schedule.every"?:
    | EpochCount
    | EpochCount[]
    | {
        /**
         * @minItems 1
         */
        values: EpochCount[];
      }
    | {
        value: EpochCount;
      }
    | ValueRange;
  /**
   * Option of the schedule. How fast the learning rate falls: eta / (1 + decay epochs).
   */
  "schedule.decay"?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Option of the schedule. Share of eta at which the rate begins to rise, or ends to fall.
   */
  "schedule.floor"?:
    | Share
    | Share[]
    | {
        /**
         * @minItems 1
         */
        values: Share[];
      }
    | {
        value: Share;
      }
    | ValueRange;
  /**
   * Option of the schedule. How long the rate rises: for warmup in epochs, for oneCycle as a share of all epochs.
   */
  "schedule.warmup"?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Option of the schedule. Epochs without a lower loss after which the learning rate falls.
   */
  "schedule.patience"?:
    | EpochCount
    | EpochCount[]
    | {
        /**
         * @minItems 1
         */
        values: EpochCount[];
      }
    | {
        value: EpochCount;
      }
    | ValueRange;
  /**
   * The metric that has to get better; auto is validationLoss, or runningLoss without a validation part.
   */
  "schedule.metric"?:
    | PlateauMetric
    | PlateauMetric[]
    | {
        /**
         * @minItems 1
         */
        values: PlateauMetric[];
      }
    | {
        value: PlateauMetric;
      };
  /**
   * Examples in each step; full takes the whole training part, which is plain gradient descent.
   */
  batchSize?:
    | BatchSize
    | BatchSize[]
    | {
        /**
         * @minItems 1
         */
        values: BatchSize[];
      }
    | {
        value: BatchSize;
      }
    | ValueRange;
  /**
   * Passes over the training part.
   */
  epochs?:
    | Epochs
    | Epochs[]
    | {
        /**
         * @minItems 1
         */
        values: Epochs[];
      }
    | {
        value: Epochs;
      }
    | ValueRange;
  /**
   * Steps of the descent.
   */
  steps?:
    | Steps
    | Steps[]
    | {
        /**
         * @minItems 1
         */
        values: Steps[];
      }
    | {
        value: Steps;
      }
    | ValueRange;
  /**
   * The descent ends where the norm of the gradient is at most this.
   */
  tolerance?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * The metric that has to get better; by default on the validation part.
   */
  "earlyStopping.metric"?:
    | WatchedMetric
    | WatchedMetric[]
    | {
        /**
         * @minItems 1
         */
        values: WatchedMetric[];
      }
    | {
        value: WatchedMetric;
      };
  /**
   * Epochs without a better value after which a trial stops; 0 is never.
   */
  "earlyStopping.patience"?:
    | Patience
    | Patience[]
    | {
        /**
         * @minItems 1
         */
        values: Patience[];
      }
    | {
        value: Patience;
      }
    | ValueRange;
  /**
   * By how much a value must be better than the best before to count.
   */
  "earlyStopping.minDelta"?:
    | Strength
    | Strength[]
    | {
        /**
         * @minItems 1
         */
        values: Strength[];
      }
    | {
        value: Strength;
      }
    | ValueRange;
  /**
   * Whether a trial ends as it was at its best epoch, later ones forgotten.
   */
  "earlyStopping.restoreBest"?:
    | Flag
    | Flag[]
    | {
        /**
         * @minItems 1
         */
        values: Flag[];
      }
    | {
        value: Flag;
      };
  /**
   * The metric that is to reach the value.
   */
  "target.metric"?:
    | WatchedMetric
    | WatchedMetric[]
    | {
        /**
         * @minItems 1
         */
        values: WatchedMetric[];
      }
    | {
        value: WatchedMetric;
      };
  /**
   * What is good enough: a trial stops at the end of the epoch that reaches it; none is never.
   */
  "target.value"?:
    | TargetValue
    | TargetValue[]
    | {
        /**
         * @minItems 1
         */
        values: TargetValue[];
      }
    | {
        value: TargetValue;
      }
    | ValueRange;
  /**
   * Option of the data set. Whether the first row names the columns; if not, they are column 1, column 2, ...
   */
  "dataset.header"?:
    | Flag
    | Flag[]
    | {
        /**
         * @minItems 1
         */
        values: Flag[];
      }
    | {
        value: Flag;
      };
  /**
   * Option of the data set. Names of the columns from left to right, instead of those in the file.
   */
  "dataset.names"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. What lines that are no rows begin with; auto passes over lines at the top that begin with #.
   */
  "dataset.comment"?:
    | Text
    | Text[]
    | {
        /**
         * @minItems 1
         */
        values: Text[];
      }
    | {
        value: Text;
      };
  /**
   * Option of the data set. Columns whose numbers have marks between groups of three digits, as 1,234 or 1.234.
   */
  "dataset.thousands"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. Columns whose numbers have one and the same unit, currency or % around them, as 5 kg, $5 or 5%.
   */
  "dataset.units"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. Columns whose numbers have a comma between whole and fraction, whatever the file has elsewhere.
   */
  "dataset.decimalComma"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. Columns of dates: each becomes numbers, its year, month, day, weekday (1 is Monday) and, if there are times, hour.
   */
  "dataset.dates"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. Words and numbers that stand for a missing value, beside an empty cell, NA, N/A, NaN, null and ?.
   */
  "dataset.missingWords"?:
    | Words
    | Words[]
    | {
        /**
         * @minItems 1
         */
        values: Words[];
      }
    | {
        value: Words;
      };
  /**
   * Option of the data set. Words among the usual ones that do not stand for a missing value, as NA where it means none.
   */
  "dataset.presentWords"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. Columns, the target among them, without whose value a row is left out, whatever missing says.
   */
  "dataset.dropWithout"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. Columns whose missing values are the mean of the training part, whatever missing says.
   */
  "dataset.fillMean"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. Columns whose missing values are the median of the training part, whatever missing says.
   */
  "dataset.fillMedian"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
  /**
   * Option of the data set. Columns whose missing values are the most frequent one of the training part, whatever missing says.
   */
  "dataset.fillMostFrequent"?:
    | Columns
    | Columns[]
    | {
        /**
         * @minItems 1
         */
        values: Columns[];
      }
    | {
        value: Columns;
      };
}
/**
 * Which configurations the rule applies to.
 */
export interface Pattern1 {
  /**
   * The name of the variant, or a list of names of which any one matches.
   */
  variant?: string | string[];
  /**
   * Weights and biases of the network, computed from its layers.
   */
  parameters?: number | Comparison;
  /**
   * Number of hidden layers.
   */
  layers?: number | number[] | Comparison;
  /**
   * The function to minimise, of a descent: a name, a name with options, an expression, or a list of these as an axis.
   */
  function?:
    | Function
    | Function[]
    | {
        /**
         * Any other value than this one.
         */
        ne: FunctionName | Bowl | Rosenbrock | Himmelblau | Saddle | Rastrigin | Expression;
      };
  /**
   * Option of the function. Curvature along each variable: the bowl is the sum of curvature/2 times the variable squared.
   */
  "function.curvatures"?:
    | Numbers
    | Numbers[]
    | {
        ne: Numbers1;
      };
  /**
   * Option of the function. A formula of v1, v2, ... with + - * / ^, exp, log, sqrt, sin, cos, tanh, pi and e.
   */
  "function.expression"?:
    | Formula
    | Formula[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Where the descent begins: a number for each variable.
   */
  start?:
    | Numbers
    | Numbers[]
    | {
        ne: Numbers1;
      };
  /**
   * The data: a name, a name with options, or a list of either as an axis.
   */
  dataset?:
    | Dataset
    | Dataset[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | DatasetName
          | Digits
          | Mnist
          | Xor
          | Moons
          | Spirals
          | Blobs
          | Line
          | Sine
          | Point
          | Csv
          | Jsonl
          | Images
          | Idx;
      };
  /**
   * Option of the data set. Examples to train on.
   */
  "dataset.train"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Examples to choose a configuration on.
   */
  "dataset.validation"?: OptionalCount | OptionalCount[] | Comparison;
  /**
   * Option of the data set. Examples to test on.
   */
  "dataset.test"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Examples in the training part, and as many in the test part.
   */
  "dataset.samples"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Standard deviation of the noise.
   */
  "dataset.noise"?: Noise | Noise[] | Comparison;
  /**
   * Option of the data set. Number of classes.
   */
  "dataset.classes"?: Classes | Classes[] | Comparison;
  /**
   * Option of the data set. Numbers that each example has.
   */
  "dataset.features"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. The number that the only example has.
   */
  "dataset.x"?: Coordinate | Coordinate[] | Comparison;
  /**
   * Option of the data set. The number that is to be answered.
   */
  "dataset.y"?: Coordinate | Coordinate[] | Comparison;
  /**
   * Option of the data set. Seed of the random numbers that make the data.
   */
  "dataset.seed"?: Seed | Seed[] | Comparison;
  /**
   * Option of the data set. The file, seen from the folder of the file that names it; inside the repository.
   */
  "dataset.path"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The column to predict: of classes if it holds texts, of numbers otherwise.
   */
  "dataset.target"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Several columns of numbers to predict, instead of target.
   */
  "dataset.targets"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns that are no inputs.
   */
  "dataset.ignore"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of categories or classes that look like numbers.
   */
  "dataset.categories"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of numbers that look like texts: what is none is then told.
   */
  "dataset.numbers"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. What becomes of missing inputs: an error; the row is left out (drop); or a figure of the training part stands in, for categories always the most frequent one.
   */
  "dataset.missing"?:
    | MissingRule
    | MissingRule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "error" | "drop" | "mean" | "median" | "mostFrequent";
      };
  /**
   * Option of the data set. What numbers become: mean 0 and standard deviation 1 (standard), the interval from 0 to 1 (minmax), or what they are; figures are those of the training part.
   */
  "dataset.scaling"?:
    | Scaling
    | Scaling[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "standard" | "minmax" | "none";
      };
  /**
   * Option of the data set. The same for numbers to predict.
   */
  "dataset.targetScaling"?:
    | Scaling
    | Scaling[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "standard" | "minmax" | "none";
      };
  /**
   * Option of the data set. Categories with fewer examples than this in the training part become one, other; so do unknown ones. 0 is none.
   */
  "dataset.rare"?: OptionalCount | OptionalCount[] | Comparison;
  /**
   * Option of the data set. Share of the rows to choose a configuration on.
   */
  "dataset.validationShare"?: Share | Share[] | Comparison;
  /**
   * Option of the data set. Share of the rows to test on; folds replace it.
   */
  "dataset.testShare"?: Share | Share[] | Comparison;
  /**
   * Option of the data set. How rows are divided: at random with the same classes in each part (stratified), at random, or as they come (ordered).
   */
  "dataset.split"?:
    | SplitRule
    | SplitRule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "stratified" | "random" | "ordered";
      };
  /**
   * Option of the data set. A column whose equal values stay in one part; it is no input.
   */
  "dataset.group"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. A column that names the part of each row: train, validation or test; it is no input.
   */
  "dataset.splitColumn"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Cross-validation: every trial runs once for each of so many parts, which it is tested on, trained on the others; 0 is none.
   */
  "dataset.folds"?: FoldCount | FoldCount[] | Comparison;
  /**
   * Option of the data set. The only fold to run, from 1; 0 is all of them.
   */
  "dataset.fold"?: FoldCount | FoldCount[] | Comparison;
  /**
   * Option of the data set. What stands between cells; auto is what the first line has most of.
   */
  "dataset.delimiter"?:
    | Delimiter
    | Delimiter[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "auto" | "comma" | "semicolon" | "tab" | "pipe" | "space";
      };
  /**
   * Option of the data set. What stands between whole and fraction of a number.
   */
  "dataset.decimal"?:
    | Decimal
    | Decimal[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "auto" | "point" | "comma";
      };
  /**
   * Option of the data set. Rows of pixels that every image is brought to.
   */
  "dataset.height"?: Side | Side[] | Comparison;
  /**
   * Option of the data set. Pixels in a row that every image is brought to.
   */
  "dataset.width"?: Side | Side[] | Comparison;
  /**
   * Option of the data set. One byte a pixel (grey), or red, green and blue (colour).
   */
  "dataset.channels"?:
    | Channels
    | Channels[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "grey" | "colour";
      };
  /**
   * Option of the data set. The file with the class of each training example, beside path.
   */
  "dataset.labels"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The file with the inputs to test on.
   */
  "dataset.testInputs"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The file with their classes.
   */
  "dataset.testLabels"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Units of each hidden layer, input side first; [] is no hidden layer.
   */
  "architecture.hidden"?:
    | Hidden
    | Hidden[]
    | {
        ne: Hidden1;
      };
  /**
   * What a hidden unit does with its weighted input.
   */
  "architecture.activation"?:
    | Activation
    | Activation[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "sigmoid" | "tanh" | "relu" | "leakyRelu" | "elu" | "gelu" | "silu" | "softplus" | "identity";
      };
  /**
   * What the output layer does; softmax goes with the loss crossEntropy.
   */
  "architecture.output"?:
    | Output
    | Output[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "sigmoid" | "softmax" | "identity";
      };
  /**
   * How the first weights are drawn: variance 1 (normal), 1/fan-in (scaled), 2/(fan-in + fan-out) (xavier) or 2/fan-in (he). A number: every weight and bias starts as it.
   */
  "architecture.init"?:
    | Init
    | Init[]
    | {
        /**
         * Any other value than this one.
         */
        ne: ("normal" | "scaled" | "xavier" | "he") | number;
      };
  /**
   * Share of the hidden units that each example in training does without; the others count for more, so that the sum stays the same.
   */
  "architecture.dropout"?: Share | Share[] | Comparison;
  /**
   * What training minimizes. quadratic and mse go with sigmoid or identity outputs, huber and hinge with identity, crossEntropy with softmax, binaryCrossEntropy with sigmoid.
   */
  loss?:
    | Loss
    | Loss[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "quadratic" | "mse" | "huber" | "hinge" | "crossEntropy" | "binaryCrossEntropy";
      };
  /**
   * What the loss of an example is multiplied by: one weight for each class, in their order; balanced weighs classes so that each counts as much as any other; none weighs all alike. A list of lists is an axis.
   */
  classWeights?:
    | ClassWeights
    | ClassWeights[]
    | {
        /**
         * Any other value than this one.
         */
        ne: number[] | ("none" | "balanced");
      };
  /**
   * Share of every target that crossEntropy spreads over all classes alike, or binaryCrossEntropy over yes and no; a network is so kept from being too sure.
   */
  labelSmoothing?: Share | Share[] | Comparison;
  /**
   * The learning rate: the size of a step against the gradient.
   */
  eta?: Eta | Eta[] | Comparison;
  /**
   * How gradients become steps: a name, a name with options, or a list of either as an axis.
   */
  optimizer?:
    | Optimizer
    | Optimizer[]
    | {
        /**
         * Any other value than this one.
         */
        ne: OptimizerName | Sgd | Momentum | Nesterov | Adagrad | Rmsprop | Adam | Adamw;
      };
  /**
   * Option of the optimizer. Share of the velocity that a step keeps.
   */
  "optimizer.momentum"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Share of the mean gradient that a step keeps.
   */
  "optimizer.beta1"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Share of the mean squared gradient that a step keeps.
   */
  "optimizer.beta2"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Added to the root of the squared gradients, by which a step is divided.
   */
  "optimizer.epsilon"?: Epsilon | Epsilon[] | Comparison;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  "optimizer.l2"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  "optimizer.l1"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Share of eta by which each step shrinks the weights, apart from the gradient.
   */
  "optimizer.weightDecay"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  "optimizer.clipNorm"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  "optimizer.maxNorm"?: Strength | Strength[] | Comparison;
  /**
   * How the learning rate changes on the way: a name, a name with options, or a list of either as an axis.
   */
  schedule?:
    | Schedule
    | Schedule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: ScheduleName | Constant | Step | Exponential | Inverse | Cosine | Warmup | OneCycle | Plateau;
      };
  /**
   * Option of the schedule. What the learning rate is multiplied by.
   */
  "schedule.factor"?: Factor | Factor[] | Comparison;
  /**
   * Option of the schedule. Epochs between two steps down.
   */
  "schedule.every"?: EpochCount | EpochCount[] | Comparison;
  /**
   * Option of the schedule. How fast the learning rate falls: eta / (1 + decay epochs).
   */
  "schedule.decay"?: Strength | Strength[] | Comparison;
  /**
   * Option of the schedule. Share of eta at which the rate begins to rise, or ends to fall.
   */
  "schedule.floor"?: Share | Share[] | Comparison;
  /**
   * Option of the schedule. How long the rate rises: for warmup in epochs, for oneCycle as a share of all epochs.
   */
  "schedule.warmup"?: Strength | Strength[] | Comparison;
  /**
   * Option of the schedule. Epochs without a lower loss after which the learning rate falls.
   */
  "schedule.patience"?: EpochCount | EpochCount[] | Comparison;
  /**
   * The metric that has to get better; auto is validationLoss, or runningLoss without a validation part.
   */
  "schedule.metric"?:
    | PlateauMetric
    | PlateauMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "auto"
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * Examples in each step; full takes the whole training part, which is plain gradient descent.
   */
  batchSize?: BatchSize | BatchSize[] | Comparison;
  /**
   * Passes over the training part.
   */
  epochs?: Epochs | Epochs[] | Comparison;
  /**
   * Steps of the descent.
   */
  steps?: Steps | Steps[] | Comparison;
  /**
   * The descent ends where the norm of the gradient is at most this.
   */
  tolerance?: Strength | Strength[] | Comparison;
  /**
   * The metric that has to get better; by default on the validation part.
   */
  "earlyStopping.metric"?:
    | WatchedMetric
    | WatchedMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * Epochs without a better value after which a trial stops; 0 is never.
   */
  "earlyStopping.patience"?: Patience | Patience[] | Comparison;
  /**
   * By how much a value must be better than the best before to count.
   */
  "earlyStopping.minDelta"?: Strength | Strength[] | Comparison;
  /**
   * Whether a trial ends as it was at its best epoch, later ones forgotten.
   */
  "earlyStopping.restoreBest"?:
    | Flag
    | Flag[]
    | {
        /**
         * Any other value than this one.
         */
        ne: boolean;
      };
  /**
   * The metric that is to reach the value.
   */
  "target.metric"?:
    | WatchedMetric
    | WatchedMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * What is good enough: a trial stops at the end of the epoch that reaches it; none is never.
   */
  "target.value"?: TargetValue | TargetValue[] | Comparison;
  /**
   * Option of the data set. Whether the first row names the columns; if not, they are column 1, column 2, ...
   */
  "dataset.header"?:
    | Flag
    | Flag[]
    | {
        /**
         * Any other value than this one.
         */
        ne: boolean;
      };
  /**
   * Option of the data set. Names of the columns from left to right, instead of those in the file.
   */
  "dataset.names"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. What lines that are no rows begin with; auto passes over lines at the top that begin with #.
   */
  "dataset.comment"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Columns whose numbers have marks between groups of three digits, as 1,234 or 1.234.
   */
  "dataset.thousands"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose numbers have one and the same unit, currency or % around them, as 5 kg, $5 or 5%.
   */
  "dataset.units"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose numbers have a comma between whole and fraction, whatever the file has elsewhere.
   */
  "dataset.decimalComma"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of dates: each becomes numbers, its year, month, day, weekday (1 is Monday) and, if there are times, hour.
   */
  "dataset.dates"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Words and numbers that stand for a missing value, beside an empty cell, NA, N/A, NaN, null and ?.
   */
  "dataset.missingWords"?:
    | Words
    | Words[]
    | {
        ne: Words1;
      };
  /**
   * Option of the data set. Words among the usual ones that do not stand for a missing value, as NA where it means none.
   */
  "dataset.presentWords"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns, the target among them, without whose value a row is left out, whatever missing says.
   */
  "dataset.dropWithout"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the mean of the training part, whatever missing says.
   */
  "dataset.fillMean"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the median of the training part, whatever missing says.
   */
  "dataset.fillMedian"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the most frequent one of the training part, whatever missing says.
   */
  "dataset.fillMostFrequent"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
}
/**
 * The values that they get.
 */
export interface Settings {
  /**
   * The function to minimise, of a descent: a name, a name with options, an expression, or a list of these as an axis.
   */
  function?: FunctionName | Bowl | Rosenbrock | Himmelblau | Saddle | Rastrigin | Expression;
  "function.curvatures"?: Numbers2;
  /**
   * Option of the function. A formula of v1, v2, ... with + - * / ^, exp, log, sqrt, sin, cos, tanh, pi and e.
   */
  "function.expression"?: string;
  start?: Numbers3;
  /**
   * The data: a name, a name with options, or a list of either as an axis.
   */
  dataset?:
    | DatasetName
    | Digits
    | Mnist
    | Xor
    | Moons
    | Spirals
    | Blobs
    | Line
    | Sine
    | Point
    | Csv
    | Jsonl
    | Images
    | Idx;
  /**
   * Option of the data set. Examples to train on.
   */
  "dataset.train"?: number;
  /**
   * Option of the data set. Examples to choose a configuration on.
   */
  "dataset.validation"?: number;
  /**
   * Option of the data set. Examples to test on.
   */
  "dataset.test"?: number;
  /**
   * Option of the data set. Examples in the training part, and as many in the test part.
   */
  "dataset.samples"?: number;
  /**
   * Option of the data set. Standard deviation of the noise.
   */
  "dataset.noise"?: number;
  /**
   * Option of the data set. Number of classes.
   */
  "dataset.classes"?: number;
  /**
   * Option of the data set. Numbers that each example has.
   */
  "dataset.features"?: number;
  /**
   * Option of the data set. The number that the only example has.
   */
  "dataset.x"?: number;
  /**
   * Option of the data set. The number that is to be answered.
   */
  "dataset.y"?: number;
  /**
   * Option of the data set. Seed of the random numbers that make the data.
   */
  "dataset.seed"?: number;
  /**
   * Option of the data set. The file, seen from the folder of the file that names it; inside the repository.
   */
  "dataset.path"?: string;
  /**
   * Option of the data set. The column to predict: of classes if it holds texts, of numbers otherwise.
   */
  "dataset.target"?: string;
  "dataset.targets"?: Columns2;
  "dataset.ignore"?: Columns3;
  "dataset.categories"?: Columns4;
  "dataset.numbers"?: Columns5;
  /**
   * Option of the data set. What becomes of missing inputs: an error; the row is left out (drop); or a figure of the training part stands in, for categories always the most frequent one.
   */
  "dataset.missing"?: "error" | "drop" | "mean" | "median" | "mostFrequent";
  /**
   * Option of the data set. What numbers become: mean 0 and standard deviation 1 (standard), the interval from 0 to 1 (minmax), or what they are; figures are those of the training part.
   */
  "dataset.scaling"?: "standard" | "minmax" | "none";
  /**
   * Option of the data set. The same for numbers to predict.
   */
  "dataset.targetScaling"?: "standard" | "minmax" | "none";
  /**
   * Option of the data set. Categories with fewer examples than this in the training part become one, other; so do unknown ones. 0 is none.
   */
  "dataset.rare"?: number;
  /**
   * Option of the data set. Share of the rows to choose a configuration on.
   */
  "dataset.validationShare"?: number;
  /**
   * Option of the data set. Share of the rows to test on; folds replace it.
   */
  "dataset.testShare"?: number;
  /**
   * Option of the data set. How rows are divided: at random with the same classes in each part (stratified), at random, or as they come (ordered).
   */
  "dataset.split"?: "stratified" | "random" | "ordered";
  /**
   * Option of the data set. A column whose equal values stay in one part; it is no input.
   */
  "dataset.group"?: string;
  /**
   * Option of the data set. A column that names the part of each row: train, validation or test; it is no input.
   */
  "dataset.splitColumn"?: string;
  /**
   * Option of the data set. Cross-validation: every trial runs once for each of so many parts, which it is tested on, trained on the others; 0 is none.
   */
  "dataset.folds"?: number;
  /**
   * Option of the data set. The only fold to run, from 1; 0 is all of them.
   */
  "dataset.fold"?: number;
  /**
   * Option of the data set. What stands between cells; auto is what the first line has most of.
   */
  "dataset.delimiter"?: "auto" | "comma" | "semicolon" | "tab" | "pipe" | "space";
  /**
   * Option of the data set. What stands between whole and fraction of a number.
   */
  "dataset.decimal"?: "auto" | "point" | "comma";
  /**
   * Option of the data set. Rows of pixels that every image is brought to.
   */
  "dataset.height"?: number;
  /**
   * Option of the data set. Pixels in a row that every image is brought to.
   */
  "dataset.width"?: number;
  /**
   * Option of the data set. One byte a pixel (grey), or red, green and blue (colour).
   */
  "dataset.channels"?: "grey" | "colour";
  /**
   * Option of the data set. The file with the class of each training example, beside path.
   */
  "dataset.labels"?: string;
  /**
   * Option of the data set. The file with the inputs to test on.
   */
  "dataset.testInputs"?: string;
  /**
   * Option of the data set. The file with their classes.
   */
  "dataset.testLabels"?: string;
  "architecture.hidden"?: Hidden2;
  /**
   * What a hidden unit does with its weighted input.
   */
  "architecture.activation"?:
    "sigmoid" | "tanh" | "relu" | "leakyRelu" | "elu" | "gelu" | "silu" | "softplus" | "identity";
  /**
   * What the output layer does; softmax goes with the loss crossEntropy.
   */
  "architecture.output"?: "sigmoid" | "softmax" | "identity";
  /**
   * How the first weights are drawn: variance 1 (normal), 1/fan-in (scaled), 2/(fan-in + fan-out) (xavier) or 2/fan-in (he). A number: every weight and bias starts as it.
   */
  "architecture.init"?: ("normal" | "scaled" | "xavier" | "he") | number;
  /**
   * Share of the hidden units that each example in training does without; the others count for more, so that the sum stays the same.
   */
  "architecture.dropout"?: number;
  /**
   * What training minimizes. quadratic and mse go with sigmoid or identity outputs, huber and hinge with identity, crossEntropy with softmax, binaryCrossEntropy with sigmoid.
   */
  loss?: "quadratic" | "mse" | "huber" | "hinge" | "crossEntropy" | "binaryCrossEntropy";
  /**
   * What the loss of an example is multiplied by: one weight for each class, in their order; balanced weighs classes so that each counts as much as any other; none weighs all alike. A list of lists is an axis.
   */
  classWeights?: number[] | ("none" | "balanced");
  /**
   * Share of every target that crossEntropy spreads over all classes alike, or binaryCrossEntropy over yes and no; a network is so kept from being too sure.
   */
  labelSmoothing?: number;
  /**
   * The learning rate: the size of a step against the gradient.
   */
  eta?: number;
  /**
   * How gradients become steps: a name, a name with options, or a list of either as an axis.
   */
  optimizer?: OptimizerName | Sgd | Momentum | Nesterov | Adagrad | Rmsprop | Adam | Adamw;
  /**
   * Option of the optimizer. Share of the velocity that a step keeps.
   */
  "optimizer.momentum"?: number;
  /**
   * Option of the optimizer. Share of the mean gradient that a step keeps.
   */
  "optimizer.beta1"?: number;
  /**
   * Option of the optimizer. Share of the mean squared gradient that a step keeps.
   */
  "optimizer.beta2"?: number;
  /**
   * Option of the optimizer. Added to the root of the squared gradients, by which a step is divided.
   */
  "optimizer.epsilon"?: number;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  "optimizer.l2"?: number;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  "optimizer.l1"?: number;
  /**
   * Option of the optimizer. Share of eta by which each step shrinks the weights, apart from the gradient.
   */
  "optimizer.weightDecay"?: number;
  /**
   * Option of the optimizer. Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  "optimizer.clipNorm"?: number;
  /**
   * Option of the optimizer. Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  "optimizer.maxNorm"?: number;
  /**
   * How the learning rate changes on the way: a name, a name with options, or a list of either as an axis.
   */
  schedule?: ScheduleName | Constant | Step | Exponential | Inverse | Cosine | Warmup | OneCycle | Plateau;
  /**
   * Option of the schedule. What the learning rate is multiplied by.
   */
  "schedule.factor"?: number;
  /**
   * Option of the schedule. Epochs between two steps down.
   */
  "schedule.every"?: number;
  /**
   * Option of the schedule. How fast the learning rate falls: eta / (1 + decay epochs).
   */
  "schedule.decay"?: number;
  /**
   * Option of the schedule. Share of eta at which the rate begins to rise, or ends to fall.
   */
  "schedule.floor"?: number;
  /**
   * Option of the schedule. How long the rate rises: for warmup in epochs, for oneCycle as a share of all epochs.
   */
  "schedule.warmup"?: number;
  /**
   * Option of the schedule. Epochs without a lower loss after which the learning rate falls.
   */
  "schedule.patience"?: number;
  /**
   * The metric that has to get better; auto is validationLoss, or runningLoss without a validation part.
   */
  "schedule.metric"?:
    | "auto"
    | "runningLoss"
    | "validationLoss"
    | "validationAccuracy"
    | "testLoss"
    | "testAccuracy"
    | "trainLoss"
    | "trainCost"
    | "trainAccuracy"
    | "validationBalancedAccuracy"
    | "validationPrecision"
    | "validationRecall"
    | "validationF1"
    | "validationRocAuc"
    | "validationLogLoss"
    | "validationBrier"
    | "validationMae"
    | "validationRmse"
    | "validationR2"
    | "testBalancedAccuracy"
    | "testPrecision"
    | "testRecall"
    | "testF1"
    | "testRocAuc"
    | "testLogLoss"
    | "testBrier"
    | "testMae"
    | "testRmse"
    | "testR2"
    | "trainBalancedAccuracy"
    | "trainPrecision"
    | "trainRecall"
    | "trainF1"
    | "trainRocAuc"
    | "trainLogLoss"
    | "trainBrier"
    | "trainMae"
    | "trainRmse"
    | "trainR2";
  /**
   * Examples in each step; full takes the whole training part, which is plain gradient descent.
   */
  batchSize?: number | "full";
  /**
   * Passes over the training part.
   */
  epochs?: number;
  /**
   * Steps of the descent.
   */
  steps?: number;
  /**
   * The descent ends where the norm of the gradient is at most this.
   */
  tolerance?: number;
  /**
   * The metric that has to get better; by default on the validation part.
   */
  "earlyStopping.metric"?:
    | "runningLoss"
    | "validationLoss"
    | "validationAccuracy"
    | "testLoss"
    | "testAccuracy"
    | "trainLoss"
    | "trainCost"
    | "trainAccuracy"
    | "validationBalancedAccuracy"
    | "validationPrecision"
    | "validationRecall"
    | "validationF1"
    | "validationRocAuc"
    | "validationLogLoss"
    | "validationBrier"
    | "validationMae"
    | "validationRmse"
    | "validationR2"
    | "testBalancedAccuracy"
    | "testPrecision"
    | "testRecall"
    | "testF1"
    | "testRocAuc"
    | "testLogLoss"
    | "testBrier"
    | "testMae"
    | "testRmse"
    | "testR2"
    | "trainBalancedAccuracy"
    | "trainPrecision"
    | "trainRecall"
    | "trainF1"
    | "trainRocAuc"
    | "trainLogLoss"
    | "trainBrier"
    | "trainMae"
    | "trainRmse"
    | "trainR2";
  /**
   * Epochs without a better value after which a trial stops; 0 is never.
   */
  "earlyStopping.patience"?: number;
  /**
   * By how much a value must be better than the best before to count.
   */
  "earlyStopping.minDelta"?: number;
  /**
   * Whether a trial ends as it was at its best epoch, later ones forgotten.
   */
  "earlyStopping.restoreBest"?: boolean;
  /**
   * The metric that is to reach the value.
   */
  "target.metric"?:
    | "runningLoss"
    | "validationLoss"
    | "validationAccuracy"
    | "testLoss"
    | "testAccuracy"
    | "trainLoss"
    | "trainCost"
    | "trainAccuracy"
    | "validationBalancedAccuracy"
    | "validationPrecision"
    | "validationRecall"
    | "validationF1"
    | "validationRocAuc"
    | "validationLogLoss"
    | "validationBrier"
    | "validationMae"
    | "validationRmse"
    | "validationR2"
    | "testBalancedAccuracy"
    | "testPrecision"
    | "testRecall"
    | "testF1"
    | "testRocAuc"
    | "testLogLoss"
    | "testBrier"
    | "testMae"
    | "testRmse"
    | "testR2"
    | "trainBalancedAccuracy"
    | "trainPrecision"
    | "trainRecall"
    | "trainF1"
    | "trainRocAuc"
    | "trainLogLoss"
    | "trainBrier"
    | "trainMae"
    | "trainRmse"
    | "trainR2";
  /**
   * What is good enough: a trial stops at the end of the epoch that reaches it; none is never.
   */
  "target.value"?: number | "none";
  /**
   * Option of the data set. Whether the first row names the columns; if not, they are column 1, column 2, ...
   */
  "dataset.header"?: boolean;
  "dataset.names"?: Columns6;
  /**
   * Option of the data set. What lines that are no rows begin with; auto passes over lines at the top that begin with #.
   */
  "dataset.comment"?: string;
  "dataset.thousands"?: Columns7;
  "dataset.units"?: Columns8;
  "dataset.decimalComma"?: Columns9;
  "dataset.dates"?: Columns10;
  "dataset.missingWords"?: Words2;
  "dataset.presentWords"?: Columns11;
  "dataset.dropWithout"?: Columns12;
  "dataset.fillMean"?: Columns13;
  "dataset.fillMedian"?: Columns14;
  "dataset.fillMostFrequent"?: Columns15;
}
export interface Inclusion {
  /**
   * What the configuration is called in tables.
   */
  name?: string;
  /**
   * The function to minimise, of a descent: a name, a name with options, an expression, or a list of these as an axis.
   */
  function?: FunctionName | Bowl | Rosenbrock | Himmelblau | Saddle | Rastrigin | Expression;
  "function.curvatures"?: Numbers4;
  /**
   * Option of the function. A formula of v1, v2, ... with + - * / ^, exp, log, sqrt, sin, cos, tanh, pi and e.
   */
  "function.expression"?: string;
  start?: Numbers5;
  /**
   * The data: a name, a name with options, or a list of either as an axis.
   */
  dataset?:
    | DatasetName
    | Digits
    | Mnist
    | Xor
    | Moons
    | Spirals
    | Blobs
    | Line
    | Sine
    | Point
    | Csv
    | Jsonl
    | Images
    | Idx;
  /**
   * Option of the data set. Examples to train on.
   */
  "dataset.train"?: number;
  /**
   * Option of the data set. Examples to choose a configuration on.
   */
  "dataset.validation"?: number;
  /**
   * Option of the data set. Examples to test on.
   */
  "dataset.test"?: number;
  /**
   * Option of the data set. Examples in the training part, and as many in the test part.
   */
  "dataset.samples"?: number;
  /**
   * Option of the data set. Standard deviation of the noise.
   */
  "dataset.noise"?: number;
  /**
   * Option of the data set. Number of classes.
   */
  "dataset.classes"?: number;
  /**
   * Option of the data set. Numbers that each example has.
   */
  "dataset.features"?: number;
  /**
   * Option of the data set. The number that the only example has.
   */
  "dataset.x"?: number;
  /**
   * Option of the data set. The number that is to be answered.
   */
  "dataset.y"?: number;
  /**
   * Option of the data set. Seed of the random numbers that make the data.
   */
  "dataset.seed"?: number;
  /**
   * Option of the data set. The file, seen from the folder of the file that names it; inside the repository.
   */
  "dataset.path"?: string;
  /**
   * Option of the data set. The column to predict: of classes if it holds texts, of numbers otherwise.
   */
  "dataset.target"?: string;
  "dataset.targets"?: Columns16;
  "dataset.ignore"?: Columns17;
  "dataset.categories"?: Columns18;
  "dataset.numbers"?: Columns19;
  /**
   * Option of the data set. What becomes of missing inputs: an error; the row is left out (drop); or a figure of the training part stands in, for categories always the most frequent one.
   */
  "dataset.missing"?: "error" | "drop" | "mean" | "median" | "mostFrequent";
  /**
   * Option of the data set. What numbers become: mean 0 and standard deviation 1 (standard), the interval from 0 to 1 (minmax), or what they are; figures are those of the training part.
   */
  "dataset.scaling"?: "standard" | "minmax" | "none";
  /**
   * Option of the data set. The same for numbers to predict.
   */
  "dataset.targetScaling"?: "standard" | "minmax" | "none";
  /**
   * Option of the data set. Categories with fewer examples than this in the training part become one, other; so do unknown ones. 0 is none.
   */
  "dataset.rare"?: number;
  /**
   * Option of the data set. Share of the rows to choose a configuration on.
   */
  "dataset.validationShare"?: number;
  /**
   * Option of the data set. Share of the rows to test on; folds replace it.
   */
  "dataset.testShare"?: number;
  /**
   * Option of the data set. How rows are divided: at random with the same classes in each part (stratified), at random, or as they come (ordered).
   */
  "dataset.split"?: "stratified" | "random" | "ordered";
  /**
   * Option of the data set. A column whose equal values stay in one part; it is no input.
   */
  "dataset.group"?: string;
  /**
   * Option of the data set. A column that names the part of each row: train, validation or test; it is no input.
   */
  "dataset.splitColumn"?: string;
  /**
   * Option of the data set. Cross-validation: every trial runs once for each of so many parts, which it is tested on, trained on the others; 0 is none.
   */
  "dataset.folds"?: number;
  /**
   * Option of the data set. The only fold to run, from 1; 0 is all of them.
   */
  "dataset.fold"?: number;
  /**
   * Option of the data set. What stands between cells; auto is what the first line has most of.
   */
  "dataset.delimiter"?: "auto" | "comma" | "semicolon" | "tab" | "pipe" | "space";
  /**
   * Option of the data set. What stands between whole and fraction of a number.
   */
  "dataset.decimal"?: "auto" | "point" | "comma";
  /**
   * Option of the data set. Rows of pixels that every image is brought to.
   */
  "dataset.height"?: number;
  /**
   * Option of the data set. Pixels in a row that every image is brought to.
   */
  "dataset.width"?: number;
  /**
   * Option of the data set. One byte a pixel (grey), or red, green and blue (colour).
   */
  "dataset.channels"?: "grey" | "colour";
  /**
   * Option of the data set. The file with the class of each training example, beside path.
   */
  "dataset.labels"?: string;
  /**
   * Option of the data set. The file with the inputs to test on.
   */
  "dataset.testInputs"?: string;
  /**
   * Option of the data set. The file with their classes.
   */
  "dataset.testLabels"?: string;
  "architecture.hidden"?: Hidden3;
  /**
   * What a hidden unit does with its weighted input.
   */
  "architecture.activation"?:
    "sigmoid" | "tanh" | "relu" | "leakyRelu" | "elu" | "gelu" | "silu" | "softplus" | "identity";
  /**
   * What the output layer does; softmax goes with the loss crossEntropy.
   */
  "architecture.output"?: "sigmoid" | "softmax" | "identity";
  /**
   * How the first weights are drawn: variance 1 (normal), 1/fan-in (scaled), 2/(fan-in + fan-out) (xavier) or 2/fan-in (he). A number: every weight and bias starts as it.
   */
  "architecture.init"?: ("normal" | "scaled" | "xavier" | "he") | number;
  /**
   * Share of the hidden units that each example in training does without; the others count for more, so that the sum stays the same.
   */
  "architecture.dropout"?: number;
  /**
   * What training minimizes. quadratic and mse go with sigmoid or identity outputs, huber and hinge with identity, crossEntropy with softmax, binaryCrossEntropy with sigmoid.
   */
  loss?: "quadratic" | "mse" | "huber" | "hinge" | "crossEntropy" | "binaryCrossEntropy";
  /**
   * What the loss of an example is multiplied by: one weight for each class, in their order; balanced weighs classes so that each counts as much as any other; none weighs all alike. A list of lists is an axis.
   */
  classWeights?: number[] | ("none" | "balanced");
  /**
   * Share of every target that crossEntropy spreads over all classes alike, or binaryCrossEntropy over yes and no; a network is so kept from being too sure.
   */
  labelSmoothing?: number;
  /**
   * The learning rate: the size of a step against the gradient.
   */
  eta?: number;
  /**
   * How gradients become steps: a name, a name with options, or a list of either as an axis.
   */
  optimizer?: OptimizerName | Sgd | Momentum | Nesterov | Adagrad | Rmsprop | Adam | Adamw;
  /**
   * Option of the optimizer. Share of the velocity that a step keeps.
   */
  "optimizer.momentum"?: number;
  /**
   * Option of the optimizer. Share of the mean gradient that a step keeps.
   */
  "optimizer.beta1"?: number;
  /**
   * Option of the optimizer. Share of the mean squared gradient that a step keeps.
   */
  "optimizer.beta2"?: number;
  /**
   * Option of the optimizer. Added to the root of the squared gradients, by which a step is divided.
   */
  "optimizer.epsilon"?: number;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  "optimizer.l2"?: number;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  "optimizer.l1"?: number;
  /**
   * Option of the optimizer. Share of eta by which each step shrinks the weights, apart from the gradient.
   */
  "optimizer.weightDecay"?: number;
  /**
   * Option of the optimizer. Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  "optimizer.clipNorm"?: number;
  /**
   * Option of the optimizer. Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  "optimizer.maxNorm"?: number;
  /**
   * How the learning rate changes on the way: a name, a name with options, or a list of either as an axis.
   */
  schedule?: ScheduleName | Constant | Step | Exponential | Inverse | Cosine | Warmup | OneCycle | Plateau;
  /**
   * Option of the schedule. What the learning rate is multiplied by.
   */
  "schedule.factor"?: number;
  /**
   * Option of the schedule. Epochs between two steps down.
   */
  "schedule.every"?: number;
  /**
   * Option of the schedule. How fast the learning rate falls: eta / (1 + decay epochs).
   */
  "schedule.decay"?: number;
  /**
   * Option of the schedule. Share of eta at which the rate begins to rise, or ends to fall.
   */
  "schedule.floor"?: number;
  /**
   * Option of the schedule. How long the rate rises: for warmup in epochs, for oneCycle as a share of all epochs.
   */
  "schedule.warmup"?: number;
  /**
   * Option of the schedule. Epochs without a lower loss after which the learning rate falls.
   */
  "schedule.patience"?: number;
  /**
   * The metric that has to get better; auto is validationLoss, or runningLoss without a validation part.
   */
  "schedule.metric"?:
    | "auto"
    | "runningLoss"
    | "validationLoss"
    | "validationAccuracy"
    | "testLoss"
    | "testAccuracy"
    | "trainLoss"
    | "trainCost"
    | "trainAccuracy"
    | "validationBalancedAccuracy"
    | "validationPrecision"
    | "validationRecall"
    | "validationF1"
    | "validationRocAuc"
    | "validationLogLoss"
    | "validationBrier"
    | "validationMae"
    | "validationRmse"
    | "validationR2"
    | "testBalancedAccuracy"
    | "testPrecision"
    | "testRecall"
    | "testF1"
    | "testRocAuc"
    | "testLogLoss"
    | "testBrier"
    | "testMae"
    | "testRmse"
    | "testR2"
    | "trainBalancedAccuracy"
    | "trainPrecision"
    | "trainRecall"
    | "trainF1"
    | "trainRocAuc"
    | "trainLogLoss"
    | "trainBrier"
    | "trainMae"
    | "trainRmse"
    | "trainR2";
  /**
   * Examples in each step; full takes the whole training part, which is plain gradient descent.
   */
  batchSize?: number | "full";
  /**
   * Passes over the training part.
   */
  epochs?: number;
  /**
   * Steps of the descent.
   */
  steps?: number;
  /**
   * The descent ends where the norm of the gradient is at most this.
   */
  tolerance?: number;
  /**
   * The metric that has to get better; by default on the validation part.
   */
  "earlyStopping.metric"?:
    | "runningLoss"
    | "validationLoss"
    | "validationAccuracy"
    | "testLoss"
    | "testAccuracy"
    | "trainLoss"
    | "trainCost"
    | "trainAccuracy"
    | "validationBalancedAccuracy"
    | "validationPrecision"
    | "validationRecall"
    | "validationF1"
    | "validationRocAuc"
    | "validationLogLoss"
    | "validationBrier"
    | "validationMae"
    | "validationRmse"
    | "validationR2"
    | "testBalancedAccuracy"
    | "testPrecision"
    | "testRecall"
    | "testF1"
    | "testRocAuc"
    | "testLogLoss"
    | "testBrier"
    | "testMae"
    | "testRmse"
    | "testR2"
    | "trainBalancedAccuracy"
    | "trainPrecision"
    | "trainRecall"
    | "trainF1"
    | "trainRocAuc"
    | "trainLogLoss"
    | "trainBrier"
    | "trainMae"
    | "trainRmse"
    | "trainR2";
  /**
   * Epochs without a better value after which a trial stops; 0 is never.
   */
  "earlyStopping.patience"?: number;
  /**
   * By how much a value must be better than the best before to count.
   */
  "earlyStopping.minDelta"?: number;
  /**
   * Whether a trial ends as it was at its best epoch, later ones forgotten.
   */
  "earlyStopping.restoreBest"?: boolean;
  /**
   * The metric that is to reach the value.
   */
  "target.metric"?:
    | "runningLoss"
    | "validationLoss"
    | "validationAccuracy"
    | "testLoss"
    | "testAccuracy"
    | "trainLoss"
    | "trainCost"
    | "trainAccuracy"
    | "validationBalancedAccuracy"
    | "validationPrecision"
    | "validationRecall"
    | "validationF1"
    | "validationRocAuc"
    | "validationLogLoss"
    | "validationBrier"
    | "validationMae"
    | "validationRmse"
    | "validationR2"
    | "testBalancedAccuracy"
    | "testPrecision"
    | "testRecall"
    | "testF1"
    | "testRocAuc"
    | "testLogLoss"
    | "testBrier"
    | "testMae"
    | "testRmse"
    | "testR2"
    | "trainBalancedAccuracy"
    | "trainPrecision"
    | "trainRecall"
    | "trainF1"
    | "trainRocAuc"
    | "trainLogLoss"
    | "trainBrier"
    | "trainMae"
    | "trainRmse"
    | "trainR2";
  /**
   * What is good enough: a trial stops at the end of the epoch that reaches it; none is never.
   */
  "target.value"?: number | "none";
  /**
   * Option of the data set. Whether the first row names the columns; if not, they are column 1, column 2, ...
   */
  "dataset.header"?: boolean;
  "dataset.names"?: Columns20;
  /**
   * Option of the data set. What lines that are no rows begin with; auto passes over lines at the top that begin with #.
   */
  "dataset.comment"?: string;
  "dataset.thousands"?: Columns21;
  "dataset.units"?: Columns22;
  "dataset.decimalComma"?: Columns23;
  "dataset.dates"?: Columns24;
  "dataset.missingWords"?: Words3;
  "dataset.presentWords"?: Columns25;
  "dataset.dropWithout"?: Columns26;
  "dataset.fillMean"?: Columns27;
  "dataset.fillMedian"?: Columns28;
  "dataset.fillMostFrequent"?: Columns29;
}
/**
 * Which configurations it speaks of, in the form of sweep.exclude; by default all.
 */
export interface ExpectWhere {
  /**
   * The name of the variant, or a list of names of which any one matches.
   */
  variant?: string | string[];
  /**
   * Weights and biases of the network, computed from its layers.
   */
  parameters?: number | Comparison;
  /**
   * Number of hidden layers.
   */
  layers?: number | number[] | Comparison;
  /**
   * The function to minimise, of a descent: a name, a name with options, an expression, or a list of these as an axis.
   */
  function?:
    | Function
    | Function[]
    | {
        /**
         * Any other value than this one.
         */
        ne: FunctionName | Bowl | Rosenbrock | Himmelblau | Saddle | Rastrigin | Expression;
      };
  /**
   * Option of the function. Curvature along each variable: the bowl is the sum of curvature/2 times the variable squared.
   */
  "function.curvatures"?:
    | Numbers
    | Numbers[]
    | {
        ne: Numbers1;
      };
  /**
   * Option of the function. A formula of v1, v2, ... with + - * / ^, exp, log, sqrt, sin, cos, tanh, pi and e.
   */
  "function.expression"?:
    | Formula
    | Formula[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Where the descent begins: a number for each variable.
   */
  start?:
    | Numbers
    | Numbers[]
    | {
        ne: Numbers1;
      };
  /**
   * The data: a name, a name with options, or a list of either as an axis.
   */
  dataset?:
    | Dataset
    | Dataset[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | DatasetName
          | Digits
          | Mnist
          | Xor
          | Moons
          | Spirals
          | Blobs
          | Line
          | Sine
          | Point
          | Csv
          | Jsonl
          | Images
          | Idx;
      };
  /**
   * Option of the data set. Examples to train on.
   */
  "dataset.train"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Examples to choose a configuration on.
   */
  "dataset.validation"?: OptionalCount | OptionalCount[] | Comparison;
  /**
   * Option of the data set. Examples to test on.
   */
  "dataset.test"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Examples in the training part, and as many in the test part.
   */
  "dataset.samples"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Standard deviation of the noise.
   */
  "dataset.noise"?: Noise | Noise[] | Comparison;
  /**
   * Option of the data set. Number of classes.
   */
  "dataset.classes"?: Classes | Classes[] | Comparison;
  /**
   * Option of the data set. Numbers that each example has.
   */
  "dataset.features"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. The number that the only example has.
   */
  "dataset.x"?: Coordinate | Coordinate[] | Comparison;
  /**
   * Option of the data set. The number that is to be answered.
   */
  "dataset.y"?: Coordinate | Coordinate[] | Comparison;
  /**
   * Option of the data set. Seed of the random numbers that make the data.
   */
  "dataset.seed"?: Seed | Seed[] | Comparison;
  /**
   * Option of the data set. The file, seen from the folder of the file that names it; inside the repository.
   */
  "dataset.path"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The column to predict: of classes if it holds texts, of numbers otherwise.
   */
  "dataset.target"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Several columns of numbers to predict, instead of target.
   */
  "dataset.targets"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns that are no inputs.
   */
  "dataset.ignore"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of categories or classes that look like numbers.
   */
  "dataset.categories"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of numbers that look like texts: what is none is then told.
   */
  "dataset.numbers"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. What becomes of missing inputs: an error; the row is left out (drop); or a figure of the training part stands in, for categories always the most frequent one.
   */
  "dataset.missing"?:
    | MissingRule
    | MissingRule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "error" | "drop" | "mean" | "median" | "mostFrequent";
      };
  /**
   * Option of the data set. What numbers become: mean 0 and standard deviation 1 (standard), the interval from 0 to 1 (minmax), or what they are; figures are those of the training part.
   */
  "dataset.scaling"?:
    | Scaling
    | Scaling[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "standard" | "minmax" | "none";
      };
  /**
   * Option of the data set. The same for numbers to predict.
   */
  "dataset.targetScaling"?:
    | Scaling
    | Scaling[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "standard" | "minmax" | "none";
      };
  /**
   * Option of the data set. Categories with fewer examples than this in the training part become one, other; so do unknown ones. 0 is none.
   */
  "dataset.rare"?: OptionalCount | OptionalCount[] | Comparison;
  /**
   * Option of the data set. Share of the rows to choose a configuration on.
   */
  "dataset.validationShare"?: Share | Share[] | Comparison;
  /**
   * Option of the data set. Share of the rows to test on; folds replace it.
   */
  "dataset.testShare"?: Share | Share[] | Comparison;
  /**
   * Option of the data set. How rows are divided: at random with the same classes in each part (stratified), at random, or as they come (ordered).
   */
  "dataset.split"?:
    | SplitRule
    | SplitRule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "stratified" | "random" | "ordered";
      };
  /**
   * Option of the data set. A column whose equal values stay in one part; it is no input.
   */
  "dataset.group"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. A column that names the part of each row: train, validation or test; it is no input.
   */
  "dataset.splitColumn"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Cross-validation: every trial runs once for each of so many parts, which it is tested on, trained on the others; 0 is none.
   */
  "dataset.folds"?: FoldCount | FoldCount[] | Comparison;
  /**
   * Option of the data set. The only fold to run, from 1; 0 is all of them.
   */
  "dataset.fold"?: FoldCount | FoldCount[] | Comparison;
  /**
   * Option of the data set. What stands between cells; auto is what the first line has most of.
   */
  "dataset.delimiter"?:
    | Delimiter
    | Delimiter[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "auto" | "comma" | "semicolon" | "tab" | "pipe" | "space";
      };
  /**
   * Option of the data set. What stands between whole and fraction of a number.
   */
  "dataset.decimal"?:
    | Decimal
    | Decimal[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "auto" | "point" | "comma";
      };
  /**
   * Option of the data set. Rows of pixels that every image is brought to.
   */
  "dataset.height"?: Side | Side[] | Comparison;
  /**
   * Option of the data set. Pixels in a row that every image is brought to.
   */
  "dataset.width"?: Side | Side[] | Comparison;
  /**
   * Option of the data set. One byte a pixel (grey), or red, green and blue (colour).
   */
  "dataset.channels"?:
    | Channels
    | Channels[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "grey" | "colour";
      };
  /**
   * Option of the data set. The file with the class of each training example, beside path.
   */
  "dataset.labels"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The file with the inputs to test on.
   */
  "dataset.testInputs"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The file with their classes.
   */
  "dataset.testLabels"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Units of each hidden layer, input side first; [] is no hidden layer.
   */
  "architecture.hidden"?:
    | Hidden
    | Hidden[]
    | {
        ne: Hidden1;
      };
  /**
   * What a hidden unit does with its weighted input.
   */
  "architecture.activation"?:
    | Activation
    | Activation[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "sigmoid" | "tanh" | "relu" | "leakyRelu" | "elu" | "gelu" | "silu" | "softplus" | "identity";
      };
  /**
   * What the output layer does; softmax goes with the loss crossEntropy.
   */
  "architecture.output"?:
    | Output
    | Output[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "sigmoid" | "softmax" | "identity";
      };
  /**
   * How the first weights are drawn: variance 1 (normal), 1/fan-in (scaled), 2/(fan-in + fan-out) (xavier) or 2/fan-in (he). A number: every weight and bias starts as it.
   */
  "architecture.init"?:
    | Init
    | Init[]
    | {
        /**
         * Any other value than this one.
         */
        ne: ("normal" | "scaled" | "xavier" | "he") | number;
      };
  /**
   * Share of the hidden units that each example in training does without; the others count for more, so that the sum stays the same.
   */
  "architecture.dropout"?: Share | Share[] | Comparison;
  /**
   * What training minimizes. quadratic and mse go with sigmoid or identity outputs, huber and hinge with identity, crossEntropy with softmax, binaryCrossEntropy with sigmoid.
   */
  loss?:
    | Loss
    | Loss[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "quadratic" | "mse" | "huber" | "hinge" | "crossEntropy" | "binaryCrossEntropy";
      };
  /**
   * What the loss of an example is multiplied by: one weight for each class, in their order; balanced weighs classes so that each counts as much as any other; none weighs all alike. A list of lists is an axis.
   */
  classWeights?:
    | ClassWeights
    | ClassWeights[]
    | {
        /**
         * Any other value than this one.
         */
        ne: number[] | ("none" | "balanced");
      };
  /**
   * Share of every target that crossEntropy spreads over all classes alike, or binaryCrossEntropy over yes and no; a network is so kept from being too sure.
   */
  labelSmoothing?: Share | Share[] | Comparison;
  /**
   * The learning rate: the size of a step against the gradient.
   */
  eta?: Eta | Eta[] | Comparison;
  /**
   * How gradients become steps: a name, a name with options, or a list of either as an axis.
   */
  optimizer?:
    | Optimizer
    | Optimizer[]
    | {
        /**
         * Any other value than this one.
         */
        ne: OptimizerName | Sgd | Momentum | Nesterov | Adagrad | Rmsprop | Adam | Adamw;
      };
  /**
   * Option of the optimizer. Share of the velocity that a step keeps.
   */
  "optimizer.momentum"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Share of the mean gradient that a step keeps.
   */
  "optimizer.beta1"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Share of the mean squared gradient that a step keeps.
   */
  "optimizer.beta2"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Added to the root of the squared gradients, by which a step is divided.
   */
  "optimizer.epsilon"?: Epsilon | Epsilon[] | Comparison;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  "optimizer.l2"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  "optimizer.l1"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Share of eta by which each step shrinks the weights, apart from the gradient.
   */
  "optimizer.weightDecay"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  "optimizer.clipNorm"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  "optimizer.maxNorm"?: Strength | Strength[] | Comparison;
  /**
   * How the learning rate changes on the way: a name, a name with options, or a list of either as an axis.
   */
  schedule?:
    | Schedule
    | Schedule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: ScheduleName | Constant | Step | Exponential | Inverse | Cosine | Warmup | OneCycle | Plateau;
      };
  /**
   * Option of the schedule. What the learning rate is multiplied by.
   */
  "schedule.factor"?: Factor | Factor[] | Comparison;
  /**
   * Option of the schedule. Epochs between two steps down.
   */
  "schedule.every"?: EpochCount | EpochCount[] | Comparison;
  /**
   * Option of the schedule. How fast the learning rate falls: eta / (1 + decay epochs).
   */
  "schedule.decay"?: Strength | Strength[] | Comparison;
  /**
   * Option of the schedule. Share of eta at which the rate begins to rise, or ends to fall.
   */
  "schedule.floor"?: Share | Share[] | Comparison;
  /**
   * Option of the schedule. How long the rate rises: for warmup in epochs, for oneCycle as a share of all epochs.
   */
  "schedule.warmup"?: Strength | Strength[] | Comparison;
  /**
   * Option of the schedule. Epochs without a lower loss after which the learning rate falls.
   */
  "schedule.patience"?: EpochCount | EpochCount[] | Comparison;
  /**
   * The metric that has to get better; auto is validationLoss, or runningLoss without a validation part.
   */
  "schedule.metric"?:
    | PlateauMetric
    | PlateauMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "auto"
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * Examples in each step; full takes the whole training part, which is plain gradient descent.
   */
  batchSize?: BatchSize | BatchSize[] | Comparison;
  /**
   * Passes over the training part.
   */
  epochs?: Epochs | Epochs[] | Comparison;
  /**
   * Steps of the descent.
   */
  steps?: Steps | Steps[] | Comparison;
  /**
   * The descent ends where the norm of the gradient is at most this.
   */
  tolerance?: Strength | Strength[] | Comparison;
  /**
   * The metric that has to get better; by default on the validation part.
   */
  "earlyStopping.metric"?:
    | WatchedMetric
    | WatchedMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * Epochs without a better value after which a trial stops; 0 is never.
   */
  "earlyStopping.patience"?: Patience | Patience[] | Comparison;
  /**
   * By how much a value must be better than the best before to count.
   */
  "earlyStopping.minDelta"?: Strength | Strength[] | Comparison;
  /**
   * Whether a trial ends as it was at its best epoch, later ones forgotten.
   */
  "earlyStopping.restoreBest"?:
    | Flag
    | Flag[]
    | {
        /**
         * Any other value than this one.
         */
        ne: boolean;
      };
  /**
   * The metric that is to reach the value.
   */
  "target.metric"?:
    | WatchedMetric
    | WatchedMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * What is good enough: a trial stops at the end of the epoch that reaches it; none is never.
   */
  "target.value"?: TargetValue | TargetValue[] | Comparison;
  /**
   * Option of the data set. Whether the first row names the columns; if not, they are column 1, column 2, ...
   */
  "dataset.header"?:
    | Flag
    | Flag[]
    | {
        /**
         * Any other value than this one.
         */
        ne: boolean;
      };
  /**
   * Option of the data set. Names of the columns from left to right, instead of those in the file.
   */
  "dataset.names"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. What lines that are no rows begin with; auto passes over lines at the top that begin with #.
   */
  "dataset.comment"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Columns whose numbers have marks between groups of three digits, as 1,234 or 1.234.
   */
  "dataset.thousands"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose numbers have one and the same unit, currency or % around them, as 5 kg, $5 or 5%.
   */
  "dataset.units"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose numbers have a comma between whole and fraction, whatever the file has elsewhere.
   */
  "dataset.decimalComma"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of dates: each becomes numbers, its year, month, day, weekday (1 is Monday) and, if there are times, hour.
   */
  "dataset.dates"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Words and numbers that stand for a missing value, beside an empty cell, NA, N/A, NaN, null and ?.
   */
  "dataset.missingWords"?:
    | Words
    | Words[]
    | {
        ne: Words1;
      };
  /**
   * Option of the data set. Words among the usual ones that do not stand for a missing value, as NA where it means none.
   */
  "dataset.presentWords"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns, the target among them, without whose value a row is left out, whatever missing says.
   */
  "dataset.dropWithout"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the mean of the training part, whatever missing says.
   */
  "dataset.fillMean"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the median of the training part, whatever missing says.
   */
  "dataset.fillMedian"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the most frequent one of the training part, whatever missing says.
   */
  "dataset.fillMostFrequent"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
}
/**
 * Which configurations are worse: the 95 % interval of the mean difference, replicate by replicate, must lie beyond 0.
 */
export interface Pattern2 {
  /**
   * The name of the variant, or a list of names of which any one matches.
   */
  variant?: string | string[];
  /**
   * Weights and biases of the network, computed from its layers.
   */
  parameters?: number | Comparison;
  /**
   * Number of hidden layers.
   */
  layers?: number | number[] | Comparison;
  /**
   * The function to minimise, of a descent: a name, a name with options, an expression, or a list of these as an axis.
   */
  function?:
    | Function
    | Function[]
    | {
        /**
         * Any other value than this one.
         */
        ne: FunctionName | Bowl | Rosenbrock | Himmelblau | Saddle | Rastrigin | Expression;
      };
  /**
   * Option of the function. Curvature along each variable: the bowl is the sum of curvature/2 times the variable squared.
   */
  "function.curvatures"?:
    | Numbers
    | Numbers[]
    | {
        ne: Numbers1;
      };
  /**
   * Option of the function. A formula of v1, v2, ... with + - * / ^, exp, log, sqrt, sin, cos, tanh, pi and e.
   */
  "function.expression"?:
    | Formula
    | Formula[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Where the descent begins: a number for each variable.
   */
  start?:
    | Numbers
    | Numbers[]
    | {
        ne: Numbers1;
      };
  /**
   * The data: a name, a name with options, or a list of either as an axis.
   */
  dataset?:
    | Dataset
    | Dataset[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | DatasetName
          | Digits
          | Mnist
          | Xor
          | Moons
          | Spirals
          | Blobs
          | Line
          | Sine
          | Point
          | Csv
          | Jsonl
          | Images
          | Idx;
      };
  /**
   * Option of the data set. Examples to train on.
   */
  "dataset.train"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Examples to choose a configuration on.
   */
  "dataset.validation"?: OptionalCount | OptionalCount[] | Comparison;
  /**
   * Option of the data set. Examples to test on.
   */
  "dataset.test"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Examples in the training part, and as many in the test part.
   */
  "dataset.samples"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. Standard deviation of the noise.
   */
  "dataset.noise"?: Noise | Noise[] | Comparison;
  /**
   * Option of the data set. Number of classes.
   */
  "dataset.classes"?: Classes | Classes[] | Comparison;
  /**
   * Option of the data set. Numbers that each example has.
   */
  "dataset.features"?: Count | Count[] | Comparison;
  /**
   * Option of the data set. The number that the only example has.
   */
  "dataset.x"?: Coordinate | Coordinate[] | Comparison;
  /**
   * Option of the data set. The number that is to be answered.
   */
  "dataset.y"?: Coordinate | Coordinate[] | Comparison;
  /**
   * Option of the data set. Seed of the random numbers that make the data.
   */
  "dataset.seed"?: Seed | Seed[] | Comparison;
  /**
   * Option of the data set. The file, seen from the folder of the file that names it; inside the repository.
   */
  "dataset.path"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The column to predict: of classes if it holds texts, of numbers otherwise.
   */
  "dataset.target"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Several columns of numbers to predict, instead of target.
   */
  "dataset.targets"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns that are no inputs.
   */
  "dataset.ignore"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of categories or classes that look like numbers.
   */
  "dataset.categories"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of numbers that look like texts: what is none is then told.
   */
  "dataset.numbers"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. What becomes of missing inputs: an error; the row is left out (drop); or a figure of the training part stands in, for categories always the most frequent one.
   */
  "dataset.missing"?:
    | MissingRule
    | MissingRule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "error" | "drop" | "mean" | "median" | "mostFrequent";
      };
  /**
   * Option of the data set. What numbers become: mean 0 and standard deviation 1 (standard), the interval from 0 to 1 (minmax), or what they are; figures are those of the training part.
   */
  "dataset.scaling"?:
    | Scaling
    | Scaling[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "standard" | "minmax" | "none";
      };
  /**
   * Option of the data set. The same for numbers to predict.
   */
  "dataset.targetScaling"?:
    | Scaling
    | Scaling[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "standard" | "minmax" | "none";
      };
  /**
   * Option of the data set. Categories with fewer examples than this in the training part become one, other; so do unknown ones. 0 is none.
   */
  "dataset.rare"?: OptionalCount | OptionalCount[] | Comparison;
  /**
   * Option of the data set. Share of the rows to choose a configuration on.
   */
  "dataset.validationShare"?: Share | Share[] | Comparison;
  /**
   * Option of the data set. Share of the rows to test on; folds replace it.
   */
  "dataset.testShare"?: Share | Share[] | Comparison;
  /**
   * Option of the data set. How rows are divided: at random with the same classes in each part (stratified), at random, or as they come (ordered).
   */
  "dataset.split"?:
    | SplitRule
    | SplitRule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "stratified" | "random" | "ordered";
      };
  /**
   * Option of the data set. A column whose equal values stay in one part; it is no input.
   */
  "dataset.group"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. A column that names the part of each row: train, validation or test; it is no input.
   */
  "dataset.splitColumn"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Cross-validation: every trial runs once for each of so many parts, which it is tested on, trained on the others; 0 is none.
   */
  "dataset.folds"?: FoldCount | FoldCount[] | Comparison;
  /**
   * Option of the data set. The only fold to run, from 1; 0 is all of them.
   */
  "dataset.fold"?: FoldCount | FoldCount[] | Comparison;
  /**
   * Option of the data set. What stands between cells; auto is what the first line has most of.
   */
  "dataset.delimiter"?:
    | Delimiter
    | Delimiter[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "auto" | "comma" | "semicolon" | "tab" | "pipe" | "space";
      };
  /**
   * Option of the data set. What stands between whole and fraction of a number.
   */
  "dataset.decimal"?:
    | Decimal
    | Decimal[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "auto" | "point" | "comma";
      };
  /**
   * Option of the data set. Rows of pixels that every image is brought to.
   */
  "dataset.height"?: Side | Side[] | Comparison;
  /**
   * Option of the data set. Pixels in a row that every image is brought to.
   */
  "dataset.width"?: Side | Side[] | Comparison;
  /**
   * Option of the data set. One byte a pixel (grey), or red, green and blue (colour).
   */
  "dataset.channels"?:
    | Channels
    | Channels[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "grey" | "colour";
      };
  /**
   * Option of the data set. The file with the class of each training example, beside path.
   */
  "dataset.labels"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The file with the inputs to test on.
   */
  "dataset.testInputs"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. The file with their classes.
   */
  "dataset.testLabels"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Units of each hidden layer, input side first; [] is no hidden layer.
   */
  "architecture.hidden"?:
    | Hidden
    | Hidden[]
    | {
        ne: Hidden1;
      };
  /**
   * What a hidden unit does with its weighted input.
   */
  "architecture.activation"?:
    | Activation
    | Activation[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "sigmoid" | "tanh" | "relu" | "leakyRelu" | "elu" | "gelu" | "silu" | "softplus" | "identity";
      };
  /**
   * What the output layer does; softmax goes with the loss crossEntropy.
   */
  "architecture.output"?:
    | Output
    | Output[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "sigmoid" | "softmax" | "identity";
      };
  /**
   * How the first weights are drawn: variance 1 (normal), 1/fan-in (scaled), 2/(fan-in + fan-out) (xavier) or 2/fan-in (he). A number: every weight and bias starts as it.
   */
  "architecture.init"?:
    | Init
    | Init[]
    | {
        /**
         * Any other value than this one.
         */
        ne: ("normal" | "scaled" | "xavier" | "he") | number;
      };
  /**
   * Share of the hidden units that each example in training does without; the others count for more, so that the sum stays the same.
   */
  "architecture.dropout"?: Share | Share[] | Comparison;
  /**
   * What training minimizes. quadratic and mse go with sigmoid or identity outputs, huber and hinge with identity, crossEntropy with softmax, binaryCrossEntropy with sigmoid.
   */
  loss?:
    | Loss
    | Loss[]
    | {
        /**
         * Any other value than this one.
         */
        ne: "quadratic" | "mse" | "huber" | "hinge" | "crossEntropy" | "binaryCrossEntropy";
      };
  /**
   * What the loss of an example is multiplied by: one weight for each class, in their order; balanced weighs classes so that each counts as much as any other; none weighs all alike. A list of lists is an axis.
   */
  classWeights?:
    | ClassWeights
    | ClassWeights[]
    | {
        /**
         * Any other value than this one.
         */
        ne: number[] | ("none" | "balanced");
      };
  /**
   * Share of every target that crossEntropy spreads over all classes alike, or binaryCrossEntropy over yes and no; a network is so kept from being too sure.
   */
  labelSmoothing?: Share | Share[] | Comparison;
  /**
   * The learning rate: the size of a step against the gradient.
   */
  eta?: Eta | Eta[] | Comparison;
  /**
   * How gradients become steps: a name, a name with options, or a list of either as an axis.
   */
  optimizer?:
    | Optimizer
    | Optimizer[]
    | {
        /**
         * Any other value than this one.
         */
        ne: OptimizerName | Sgd | Momentum | Nesterov | Adagrad | Rmsprop | Adam | Adamw;
      };
  /**
   * Option of the optimizer. Share of the velocity that a step keeps.
   */
  "optimizer.momentum"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Share of the mean gradient that a step keeps.
   */
  "optimizer.beta1"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Share of the mean squared gradient that a step keeps.
   */
  "optimizer.beta2"?: Share | Share[] | Comparison;
  /**
   * Option of the optimizer. Added to the root of the squared gradients, by which a step is divided.
   */
  "optimizer.epsilon"?: Epsilon | Epsilon[] | Comparison;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.
   */
  "optimizer.l2"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.
   */
  "optimizer.l1"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Share of eta by which each step shrinks the weights, apart from the gradient.
   */
  "optimizer.weightDecay"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.
   */
  "optimizer.clipNorm"?: Strength | Strength[] | Comparison;
  /**
   * Option of the optimizer. Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.
   */
  "optimizer.maxNorm"?: Strength | Strength[] | Comparison;
  /**
   * How the learning rate changes on the way: a name, a name with options, or a list of either as an axis.
   */
  schedule?:
    | Schedule
    | Schedule[]
    | {
        /**
         * Any other value than this one.
         */
        ne: ScheduleName | Constant | Step | Exponential | Inverse | Cosine | Warmup | OneCycle | Plateau;
      };
  /**
   * Option of the schedule. What the learning rate is multiplied by.
   */
  "schedule.factor"?: Factor | Factor[] | Comparison;
  /**
   * Option of the schedule. Epochs between two steps down.
   */
  "schedule.every"?: EpochCount | EpochCount[] | Comparison;
  /**
   * Option of the schedule. How fast the learning rate falls: eta / (1 + decay epochs).
   */
  "schedule.decay"?: Strength | Strength[] | Comparison;
  /**
   * Option of the schedule. Share of eta at which the rate begins to rise, or ends to fall.
   */
  "schedule.floor"?: Share | Share[] | Comparison;
  /**
   * Option of the schedule. How long the rate rises: for warmup in epochs, for oneCycle as a share of all epochs.
   */
  "schedule.warmup"?: Strength | Strength[] | Comparison;
  /**
   * Option of the schedule. Epochs without a lower loss after which the learning rate falls.
   */
  "schedule.patience"?: EpochCount | EpochCount[] | Comparison;
  /**
   * The metric that has to get better; auto is validationLoss, or runningLoss without a validation part.
   */
  "schedule.metric"?:
    | PlateauMetric
    | PlateauMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "auto"
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * Examples in each step; full takes the whole training part, which is plain gradient descent.
   */
  batchSize?: BatchSize | BatchSize[] | Comparison;
  /**
   * Passes over the training part.
   */
  epochs?: Epochs | Epochs[] | Comparison;
  /**
   * Steps of the descent.
   */
  steps?: Steps | Steps[] | Comparison;
  /**
   * The descent ends where the norm of the gradient is at most this.
   */
  tolerance?: Strength | Strength[] | Comparison;
  /**
   * The metric that has to get better; by default on the validation part.
   */
  "earlyStopping.metric"?:
    | WatchedMetric
    | WatchedMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * Epochs without a better value after which a trial stops; 0 is never.
   */
  "earlyStopping.patience"?: Patience | Patience[] | Comparison;
  /**
   * By how much a value must be better than the best before to count.
   */
  "earlyStopping.minDelta"?: Strength | Strength[] | Comparison;
  /**
   * Whether a trial ends as it was at its best epoch, later ones forgotten.
   */
  "earlyStopping.restoreBest"?:
    | Flag
    | Flag[]
    | {
        /**
         * Any other value than this one.
         */
        ne: boolean;
      };
  /**
   * The metric that is to reach the value.
   */
  "target.metric"?:
    | WatchedMetric
    | WatchedMetric[]
    | {
        /**
         * Any other value than this one.
         */
        ne:
          | "runningLoss"
          | "validationLoss"
          | "validationAccuracy"
          | "testLoss"
          | "testAccuracy"
          | "trainLoss"
          | "trainCost"
          | "trainAccuracy"
          | "validationBalancedAccuracy"
          | "validationPrecision"
          | "validationRecall"
          | "validationF1"
          | "validationRocAuc"
          | "validationLogLoss"
          | "validationBrier"
          | "validationMae"
          | "validationRmse"
          | "validationR2"
          | "testBalancedAccuracy"
          | "testPrecision"
          | "testRecall"
          | "testF1"
          | "testRocAuc"
          | "testLogLoss"
          | "testBrier"
          | "testMae"
          | "testRmse"
          | "testR2"
          | "trainBalancedAccuracy"
          | "trainPrecision"
          | "trainRecall"
          | "trainF1"
          | "trainRocAuc"
          | "trainLogLoss"
          | "trainBrier"
          | "trainMae"
          | "trainRmse"
          | "trainR2";
      };
  /**
   * What is good enough: a trial stops at the end of the epoch that reaches it; none is never.
   */
  "target.value"?: TargetValue | TargetValue[] | Comparison;
  /**
   * Option of the data set. Whether the first row names the columns; if not, they are column 1, column 2, ...
   */
  "dataset.header"?:
    | Flag
    | Flag[]
    | {
        /**
         * Any other value than this one.
         */
        ne: boolean;
      };
  /**
   * Option of the data set. Names of the columns from left to right, instead of those in the file.
   */
  "dataset.names"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. What lines that are no rows begin with; auto passes over lines at the top that begin with #.
   */
  "dataset.comment"?:
    | Text
    | Text[]
    | {
        /**
         * Any other value than this one.
         */
        ne: string;
      };
  /**
   * Option of the data set. Columns whose numbers have marks between groups of three digits, as 1,234 or 1.234.
   */
  "dataset.thousands"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose numbers have one and the same unit, currency or % around them, as 5 kg, $5 or 5%.
   */
  "dataset.units"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose numbers have a comma between whole and fraction, whatever the file has elsewhere.
   */
  "dataset.decimalComma"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns of dates: each becomes numbers, its year, month, day, weekday (1 is Monday) and, if there are times, hour.
   */
  "dataset.dates"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Words and numbers that stand for a missing value, beside an empty cell, NA, N/A, NaN, null and ?.
   */
  "dataset.missingWords"?:
    | Words
    | Words[]
    | {
        ne: Words1;
      };
  /**
   * Option of the data set. Words among the usual ones that do not stand for a missing value, as NA where it means none.
   */
  "dataset.presentWords"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns, the target among them, without whose value a row is left out, whatever missing says.
   */
  "dataset.dropWithout"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the mean of the training part, whatever missing says.
   */
  "dataset.fillMean"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the median of the training part, whatever missing says.
   */
  "dataset.fillMedian"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
  /**
   * Option of the data set. Columns whose missing values are the most frequent one of the training part, whatever missing says.
   */
  "dataset.fillMostFrequent"?:
    | Columns
    | Columns[]
    | {
        ne: Columns1;
      };
}
