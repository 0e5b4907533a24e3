# Fits y = a x + b to points by gradient descent on the mean square error, and reports it after each epoch. Its numbers
# are rounded to four digits: no more are alike in every awk.
{ x[NR] = $1; y[NR] = $2 }
END {
  a = seed / 2; b = 0
  for (epoch = 0; epoch <= epochs; epoch++) {
    loss = slope = shift = 0
    for (i = 1; i <= NR; i++) {
      error = a * x[i] + b - y[i]
      loss += error * error / NR
      slope += 2 * error * x[i] / NR
      shift += 2 * error / NR
    }
    printf "{\"epoch\": %d, \"loss\": %.4f}\n", epoch, loss
    a -= eta * slope; b -= eta * shift
  }
}
