package org.talenthub.security.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.talenthub.common.BodyTooLarge;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.CurrentViewer;
import org.talenthub.security.matrix.AccessMatrix;

/**
 * Refuses bodies that are larger than what the caller may send to the address, before anything of them is read. Stands before every
 * filter that looks for a parameter, which is what makes the server read a form, and write its files to the disk.
 */
public final class BodyBounds extends OncePerRequestFilter {

    /** A login form, and whatever a refused script sends. */
    static final long OF_STRANGERS = 64 * 1024;

    /** Five hundred ids with a note, the columns of a sheet. */
    static final long OF_A_FORM = 1024 * 1024;

    /** Tells the caller. */
    public interface Refusal {
        void tell(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException;
    }

    private final Refusal refusal;
    private final Predicate<HttpServletRequest> links;

    public BodyBounds(Refusal refusal) {
        this(refusal, request -> false);
    }

    /** @param links whether the address is that of a link which lets its holder write */
    public BodyBounds(Refusal refusal, Predicate<HttpServletRequest> links) {
        this.refusal = refusal;
        this.links = links;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        boolean untold = length < 0;
        if (!ReadableRequests.hasBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        AccessMatrix.Body body = AccessMatrix.bodyOf(
                request,
                CurrentViewer.of(SecurityContextHolder.getContext().getAuthentication())
                        .role());
        if (body == AccessMatrix.Body.OF_STRANGERS && links.test(request)) {
            body = AccessMatrix.bodyOfLink(request);
        }
        long most = switch (body) {
            case OF_STRANGERS -> OF_STRANGERS;
            case OF_A_FORM -> OF_A_FORM;
            // the server itself bounds these, each file and all together
            case WITH_FILES -> Long.MAX_VALUE;
        };
        if (length > most) {
            refusal.tell(request, response, new Problem(413, "body.toolarge", Sentence.of("refused.body.toolarge")));
        } else if (untold
                && most < Long.MAX_VALUE
                && (body == AccessMatrix.Body.OF_STRANGERS || ReadableRequests.isForm(request))) {
            refusal.tell(request, response, new Problem(411, "body.length", Sentence.of("refused.body.length")));
        } else {
            chain.doFilter(untold && most < Long.MAX_VALUE ? new Bounded(request, most) : request, response);
        }
    }

    /** A body of unknown length, of which no more is read than the bound. */
    private static final class Bounded extends HttpServletRequestWrapper {

        private final long most;

        Bounded(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String name = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), name == null ? StandardCharsets.UTF_8 : Charset.forName(name)));
        }
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long most;
        private long read;

        BoundedStream(ServletInputStream body, long most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int b = body.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = body.read(bytes, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws IOException {
            read += n;
            if (read > most) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
