package org.talenthub.operations.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows as bytes: each begins with 1, its cells follow with their length before them, -1 for none; a 0 ends the table. */
final class Cells {

    private static final int ROW = 1;
    private static final int END = 0;
    private static final int NONE = -1;

    private Cells() {}

    static void begin(DataOutputStream out) throws IOException {
        out.writeByte(ROW);
    }

    static void end(DataOutputStream out) throws IOException {
        out.writeByte(END);
    }

    static void write(DataOutputStream out, byte @Nullable [] cell) throws IOException {
        if (cell == null) {
            out.writeInt(NONE);
        } else {
            out.writeInt(cell.length);
            out.write(cell);
        }
    }

    /** Whether another row begins. */
    static boolean more(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case ROW -> true;
            case END -> false;
            default -> throw new IOException("the backup is damaged");
        };
    }

    static byte @Nullable [] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == NONE) {
            return null;
        }
        byte[] cell = in.readNBytes(length);
        if (cell.length < length) {
            throw new EOFException();
        }
        return cell;
    }
}
