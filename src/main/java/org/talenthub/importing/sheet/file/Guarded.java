package org.talenthub.importing.sheet.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of a file or of one of its parts: no more of them than it says itself, and only as long as somebody waits. */
public final class Guarded extends FilterInputStream {

    private final Patience patience;
    private long left;

    /** @param size what the part is said to unpack to; one that says less than it holds is a bomb */
    public Guarded(InputStream in, long size, Patience patience) {
        super(in);
        this.left = size;
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        patience.check();
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        patience.check();
        int n = super.read(into, from, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) {
        left -= n;
        if (left < 0) {
            throw Refusal.bomb();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
