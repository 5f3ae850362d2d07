package org.talenthub.meaning;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Where a text's vector lies. The model's own vectors all point into one narrow cone, so that everything resembles everything; and of a
 * post it sees the rank (经理, 助理) as much as the field. Hence a short text is embedded twice, as somebody's occupation and without
 * words of rank; what all texts share (the mean over general professional words, and the direction they vary most in) is taken away, and the
 * two are added. Trade words are explained ({@link Glosses}). Prose is embedded once. The numbers behind are in {@code meaning/space.bin}, made by {@code SpaceBench} from the words
 * of the demo data; docs/adr/0010 says what each step brings.
 */
final class Space {

    /** Longer texts are prose. */
    private static final int SHORT = 24;

    /** The model takes 512 tokens; what stands behind the first of them hardly changes the vector, and costs time. */
    private static final int LONGEST = 400;

    private final Model model;
    private final Glosses glosses = new Glosses();
    private final Common occupation;
    private final Common field;

    /** What the vectors of many texts share; the direction has length one. */
    static final class Common {

        final float[] mean;
        final float[] direction;

        Common(float[] mean, float[] direction) {
            this.mean = mean;
            this.direction = direction;
        }

        float[] takenFrom(float[] v) {
            float[] rest = new float[v.length];
            float along = 0;
            for (int i = 0; i < v.length; i++) {
                rest[i] = v[i] - mean[i];
                along += rest[i] * direction[i];
            }
            for (int i = 0; i < v.length; i++) {
                rest[i] -= along * direction[i];
            }
            return Vector.unit(rest);
        }
    }

    Space(Model model) {
        this.model = model;
        try (InputStream in = Space.class.getResourceAsStream("/meaning/space.bin")) {
            if (in == null) {
                throw new IllegalStateException("meaning/space.bin is missing");
            }
            DataInputStream data = new DataInputStream(new ByteArrayInputStream(in.readAllBytes()));
            occupation = new Common(read(data), read(data));
            field = new Common(read(data), read(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] read(DataInputStream data) throws IOException {
        float[] v = new float[Vector.DIMENSIONS];
        for (int i = 0; i < v.length; i++) {
            v[i] = data.readFloat();
        }
        return v;
    }

    static String asOccupation(String text) {
        return "我是一名" + text;
    }

    /** @return of length one */
    float[] vector(String text) {
        String t = text.strip();
        if (t.length() > SHORT) {
            return field.takenFrom(model.embed(t.length() > LONGEST ? t.substring(0, LONGEST) : t));
        }
        float[] a = occupation.takenFrom(model.embed(asOccupation(glosses.explained(t))));
        float[] b = field.takenFrom(model.embed(glosses.explained(Posts.field(t))));
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i];
        }
        return Vector.unit(a);
    }
}
