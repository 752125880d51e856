package org.upstander.scoring.judgement;

import java.util.ArrayList;
import java.util.List;

/** Finds the weights of a {@link Blend} by Newton's method on the logistic loss. */
final class BlendFit {
    private static final int ROUNDS = 50;
    private static final double RIDGE = 1e-3;

    private final List<double[]> inputs = new ArrayList<>();
    private final List<Boolean> attacked = new ArrayList<>();

    void add(double encoderMargin, double linearMargin, boolean isAttacked) {
        inputs.add(new double[] {encoderMargin, linearMargin, 1});
        attacked.add(isAttacked);
    }

    Blend fit(String version) {
        double[] w = {1, 0, 0};
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[3];
            double[][] curvature = new double[3][3];
            for (int k = 0; k < 3; k++) {
                curvature[k][k] = RIDGE;
            }
            for (int i = 0; i < inputs.size(); i++) {
                double[] x = inputs.get(i);
                double z = w[0] * x[0] + w[1] * x[1] + w[2];
                double p = 1 / (1 + Math.exp(-z));
                double error = p - (attacked.get(i) ? 1 : 0);
                for (int k = 0; k < 3; k++) {
                    gradient[k] += error * x[k];
                    for (int j = 0; j < 3; j++) {
                        curvature[k][j] += p * (1 - p) * x[k] * x[j];
                    }
                }
            }
            double[] step = solve(curvature, gradient);
            for (int k = 0; k < 3; k++) {
                w[k] -= step[k];
            }
        }
        return new Blend(version, (float) w[0], (float) w[1], (float) w[2]);
    }

    /** Gauss without pivots: the matrix is positive definite. */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int r = i + 1; r < n; r++) {
                double factor = a[r][i] / a[i][i];
                for (int c = i; c < n; c++) {
                    a[r][c] -= factor * a[i][c];
                }
                x[r] -= factor * x[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int c = i + 1; c < n; c++) {
                x[i] -= a[i][c] * x[c];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
