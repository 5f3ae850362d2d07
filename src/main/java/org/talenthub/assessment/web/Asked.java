package org.talenthub.assessment.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.web.Parameters;

/** What an address asks for; whatever it does not know it says. */
final class Asked {

    private Asked() {}

    /** @throws Problem 400 for a parameter that there is none of */
    static Parameters of(Map<String, List<String>> given, String... known) {
        return Parameters.only(
                given,
                Stream.concat(Stream.of("page", "size"), Stream.of(known)).toArray(String[]::new));
    }

    /** This year where none is said; @throws Problem 400 for what is no year. */
    static int year(Parameters p) {
        String text = p.text("year");
        if (text == null) {
            return HubTime.today().getYear();
        }
        if (!text.matches("\\d{4}")) {
            throw Problem.badRequest("assessment.year", Sentence.of("refused.assessment.year.digits"));
        }
        return Integer.parseInt(text);
    }
}
