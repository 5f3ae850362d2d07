package org.talenthub.importing.sheet.header;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.talenthub.common.Issue;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Headers;

/**
 * What a correction workbook says, in the language of who downloads it. What it adds is known again in either language: somebody may
 * correct a correction.
 */
public record CorrectionWords(Feed feed, Locale locale) {

    private static final Sentence MESSAGES = Sentence.of("correction.messages");
    private static final Sentence ROW = Sentence.of("correction.row");
    private static final int LONGEST = 32_000;

    /** Whether a title, as {@link Headers#key}, is that of the added column beside the name. */
    public static boolean messages(String key) {
        return is(MESSAGES, key);
    }

    /** The same of the added hidden column with the row's number in the uploaded file. */
    public static boolean row(String key) {
        return is(ROW, key);
    }

    private static boolean is(Sentence title, String key) {
        return key.equals(Headers.key(title.in(Locale.CHINESE))) || key.equals(Headers.key(title.in(Locale.ENGLISH)));
    }

    public String messages() {
        return MESSAGES.in(locale);
    }

    public String row() {
        return ROW.in(locale);
    }

    public String note() {
        return Sentence.of("correction.note").in(locale);
    }

    public String author() {
        return Sentence.of("correction.author").in(locale);
    }

    public String title(String fileName) {
        return Sentence.of("correction.title", fileName).in(locale);
    }

    /** What a cell's comment says. */
    public String comment(List<Issue> issues) {
        return issues.stream().map(i -> i.message(locale)).collect(Collectors.joining("\n"));
    }

    /** What a row's cell in 错误说明 says: every issue in a line of its own. */
    public String messages(List<Issue> issues) {
        return Text.clip(issues.stream().map(this::line).collect(Collectors.joining("\n")), LONGEST);
    }

    private String line(Issue issue) {
        String said = issue.message(locale);
        String column = feed.columns().stream()
                .filter(c -> c.title().equals(issue.column()))
                .findFirst()
                .map(Column::named)
                .orElseGet(() -> Sentence.plain(issue.column()))
                .in(locale);
        return column.isEmpty() || said.contains(column)
                ? said
                : Sentence.of("correction.line", column, said).in(locale);
    }
}
