package org.talenthub.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * What another site has a browser ask for is answered uncompressed. Whoever can put words of his own into an answer and see its length
 * could otherwise guess, word by word, what stands beside them (BREACH): the search page repeats the words and shows people. Masking the
 * token of forms, which Spring Security does, protects the token only. Browsers say since 2023 which site a request comes from; a person
 * who follows a link from elsewhere waits a little longer for that one page.
 */
final class UncompressedForOthers extends ValveBase {

    UncompressedForOthers() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String site = request.getHeader("Sec-Fetch-Site");
        if ("cross-site".equals(site) || "same-site".equals(site)) {
            request.getCoyoteRequest().getMimeHeaders().removeHeader("Accept-Encoding");
        }
        getNext().invoke(request, response);
    }
}
