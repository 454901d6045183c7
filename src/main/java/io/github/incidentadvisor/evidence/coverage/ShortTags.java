package io.github.incidentadvisor.evidence.coverage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends where more stands between two closing brackets than any report has there: a parser would hold it in memory whole. */
final class ShortTags extends FilterInputStream {
    private static final int LONGEST = 1 << 20;

    private int since;

    ShortTags(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        for (int i = offset; i < offset + read; i++) {
            count(into[i]);
        }
        return read;
    }

    private void count(int one) throws IOException {
        since = one == '>' ? 0 : since + 1;
        if (since > LONGEST) {
            throw new IOException("a tag or text of more than " + LONGEST + " bytes");
        }
    }
}
