package org.talenthub.web.errors;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the server refuses before the hub is asked (an address with signs that must be written as escapes, one that is too long,
 * a broken header), and where the error page itself failed, as the hub answers: never by the server's own page.
 *
 * <p>And lets senders of a refused body see the answer: closing a connection that still brings something makes the other side forget what
 * it was told, so what comes is thrown away for a while.
 */
public final class ConnectorRefusals extends ErrorReportValve {

    /** What is sent after the answer is read so long. */
    private static final Duration LINGERING = Duration.ofSeconds(30);

    private final Supplier<ErrorAnswers> answers;

    public ConnectorRefusals(Supplier<ErrorAnswers> answers) {
        this.answers = answers;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, jakarta.servlet.ServletException {
        super.invoke(request, response);
        if (response.getStatus() >= 300 && !request.isAsync() && stillSending(request)) {
            response.finishResponse();
            discard(request);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (!may(request, ActionCode.IS_IO_ALLOWED)) {
            return;
        }
        String target = target(request);
        boolean understood = request.getContext() != null;
        Failure failure = understood ? Failures.ofStatus(response.getStatus()) : refused(response.getStatus());
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, target);
        ErrorAnswers.Plain told =
                answers.get().plain(failure, target, request.getRequest(), understood ? thrown : null);
        response.setStatus(failure.status());
        response.setContentType(told.contentType());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'");
        try {
            response.getOutputStream().write(told.body().getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException left) {
            // nobody is there to be told
        }
    }

    /** Whatever the server's word for it, what it could not even read is the sender's to mend. */
    private static Failure refused(int status) {
        return switch (status) {
            case 404, 405, 501 -> Failures.ofStatus(status);
            case 503 -> Failures.ofStatus(503);
            default -> Failure.of(400, "address.unreadable");
        };
    }

    /** The address asked for; of a request line that the server would not read, what stands in its buffer. */
    private static String target(Request request) {
        String known = request.getRequestURI();
        if (known != null) {
            return known;
        }
        if (!(request.getCoyoteRequest().getInputBuffer() instanceof ApplicationBufferHandler buffer)) {
            return "/";
        }
        ByteBuffer bytes = buffer.getByteBuffer();
        if (bytes == null || !bytes.hasArray()) {
            return "/";
        }
        String line = new String(
                        bytes.array(), bytes.arrayOffset(), Math.min(bytes.limit(), 2_000), StandardCharsets.ISO_8859_1)
                .stripLeading();
        String[] words = line.split("[ \t\r\n?]+", 3);
        return words.length > 1 && words[1].startsWith("/") ? words[1] : "/";
    }

    private static boolean stillSending(Request request) {
        var coyote = request.getCoyoteRequest();
        if (coyote.getContentLengthLong() <= 0 && !"chunked".equals(lower(coyote.getHeader("Transfer-Encoding")))) {
            return false;
        }
        // who waits for leave to send does not send
        return coyote.getHeader("Expect") == null
                && !may(request, ActionCode.REQUEST_BODY_FULLY_READ)
                && may(request, ActionCode.IS_IO_ALLOWED);
    }

    private static String lower(@Nullable String header) {
        return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
    }

    private static void discard(Request request) {
        long end = System.nanoTime() + LINGERING.toNanos();
        Discarded discarded = new Discarded();
        try {
            while (System.nanoTime() < end && request.getCoyoteRequest().doRead(discarded) >= 0) {
                discarded.buffer.clear();
            }
        } catch (IOException left) {
            // was told, and went
        }
    }

    private static boolean may(Request request, ActionCode question) {
        AtomicBoolean answer = new AtomicBoolean();
        request.getCoyoteRequest().action(question, answer);
        return answer.get();
    }

    private static final class Discarded implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer bytes) {
            buffer = bytes;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // the server brings its own
        }
    }
}
