package org.talenthub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Speaks HTTP byte by byte, as no library would: to send what no library sends, and to see when the answer comes. */
public final class RawHttp {

    private static final int PATIENCE = 20_000;
    private static final Pattern CODE = Pattern.compile("\"code\":\"[a-z][a-z.]+\"");
    private static final Pattern DETAIL = Pattern.compile("\"detail\":\"[^\"]*[\\u4e00-\\u9fff]");
    private static final Pattern SHEET = Pattern.compile("/css/(?:hub|terminal)[-.]");

    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    /** @param headers lower-case name, colon, value */
    public record Answer(int status, List<String> headers, String body) {

        public String header(String name) {
            return headers.stream()
                    .filter(h -> h.startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(h -> h.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /** The body is told as the contract wants: {@code problem+json} with a code and a Chinese sentence. */
        public boolean problem() {
            return header("content-type").startsWith("application/problem+json")
                    && CODE.matcher(body).find()
                    && DETAIL.matcher(body).find();
        }

        /** A page of the site, not the server's own. */
        public boolean page() {
            return header("content-type").startsWith("text/html")
                    && body.contains("湖北")
                    && SHEET.matcher(body).find()
                    && !body.contains("Tomcat")
                    && !body.contains("Exception");
        }
    }

    /** One request and its answer; the connection is closed by the other side or after the answer. */
    public Answer send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    /** With the usual headers and without a body. */
    public Answer get(String target, String... headers) throws IOException {
        return send(head("GET", target, headers) + "\r\n");
    }

    public static String head(String method, String target, String... headers) {
        StringBuilder head =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String h : headers) {
            head.append(h).append("\r\n");
        }
        return head.toString();
    }

    public static Answer read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            throw new IOException("no answer");
        }
        List<String> headers = new ArrayList<>();
        for (String h = line(in); !h.isEmpty(); h = line(in)) {
            int colon = h.indexOf(':');
            headers.add(h.substring(0, colon).toLowerCase(Locale.ROOT) + ":" + h.substring(colon + 1));
        }
        int status = Integer.parseInt(first.split(" ")[1]);
        Answer head = new Answer(status, headers, "");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (!head.header("content-length").isEmpty()) {
            body.write(in.readNBytes(Integer.parseInt(head.header("content-length"))));
        } else if (head.header("transfer-encoding").equals("chunked")) {
            for (int n = chunk(in); n > 0; n = chunk(in)) {
                body.write(in.readNBytes(n));
                line(in);
            }
            line(in);
        } else if (status >= 200 && status != 204 && status != 304) {
            body.write(in.readAllBytes());
        }
        return new Answer(status, headers, body.toString(StandardCharsets.UTF_8));
    }

    private static int chunk(InputStream in) throws IOException {
        String length = line(in);
        if (length.isEmpty()) {
            throw new IOException("the answer was cut off");
        }
        return Integer.parseInt(length, 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
