package org.talenthub.meaning;

import java.util.Arrays;
import java.util.HexFormat;

/** Arithmetic of vectors that stand for texts; only their directions matter. */
public final class Vector {

    public static final int DIMENSIONS = 512;

    private static final int MOST = 127;

    private Vector() {}

    /** Scaled to length one; the zero vector stays. */
    static float[] unit(float[] v) {
        double square = 0;
        for (float x : v) {
            square += x * x;
        }
        float length = (float) Math.sqrt(square);
        if (length > 0) {
            for (int i = 0; i < v.length; i++) {
                v[i] /= length;
            }
        }
        return v;
    }

    /** Adds a weighted vector to a sum. */
    static void add(float[] sum, float[] v, float weight) {
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] += weight * v[i];
        }
    }

    /** Of two vectors of length one: their cosine. */
    static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** A byte per dimension, the largest ±127: a quarter of the room, and the cosines differ in the third digit. */
    static byte[] bytes(float[] v) {
        float most = 0;
        for (float x : v) {
            most = Math.max(most, Math.abs(x));
        }
        byte[] bytes = new byte[v.length];
        if (most > 0) {
            for (int i = 0; i < v.length; i++) {
                bytes[i] = (byte) Math.round(v[i] / most * MOST);
            }
        }
        return bytes;
    }

    /** Of length one. */
    static float[] floats(byte[] bytes) {
        float[] v = new float[bytes.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = bytes[i];
        }
        return unit(v);
    }

    /** As Elasticsearch takes vectors of bytes in documents. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static boolean zero(float[] v) {
        return Arrays.equals(v, new float[v.length]);
    }
}
