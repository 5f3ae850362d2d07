package org.talenthub.records.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The table of {@code docs/adr/0014}. What was said before stands as {@code reporter record:number,keys,traits}; of a record that is part
 * of another as {@code record>root}, and {@code -} before the reporter when it is withdrawn. The row is S's: {@code number,keys,traits},
 * {@code !} behind a verified number, {@code ^record} what it corrects, {@code =record} what people decided. {@code *} behind a record: S has
 * standing there.
 */
class IdentityRuleTests {

    private static final String TABLE = """
            # its own reporter's
            a number that people gave to somebody else    | S 1:n,k,            | n,k,1/ =7        | 7 DECIDED
            its number                                    | S 1:n,k,            | n,other,2/12     | 1 OWN
            its number before its keys                    | S 1:n,k, S 2:,w,    | n,w,             | 1 OWN
            the same without number                       | S 1:,k,1/12         | ,k,1/12          | 1 OWN
            without number and with it                    | S 1:n,k,1/          | ,k,1/12          | 1 OWN
            with number and without it                    | S 1:,k,1/12         | n,k,1/           | 1 OWN
            a known one learns its number                 | S 1:,k, T 2:n,w,    | n,k,             | 1 OWN ?2
            a known one learns its verified number        | S 1:,k, T 2:n,w,    | n!,k,            | 1 OWN >2
            but others stand behind it                    | S 1:,k, U 1:,k, T 2:n,w, | n!,k,       | 1 OWN ?2
            or it is a part already                       | S 1>5:,k, T 2:n,w,  | n!,k,            | 1 OWN ?2
            and whom it knows already, otherwise          | S 1:,k, T 2:n,w, S 2:,x, | n!,k,       | 1 OWN ?2
            it gave that number before                    | S 1:n,k, T 2:n,w,   | n!,k,            | 1 OWN
            two numbers and none                          | S 1:n,k, S 2:m,k,   | ,k,              | ?1,2
            again                                         | S 1:n,k, S 2:m,k, S 3:,k, | ,k,        | 3 OWN
            again, more exactly                           | S 1:n,k, S 2:m,k, S 3:,k, | ,k,1/      | 3 OWN
            two numbers and a third                       | S 1:n,k, S 2:m,k,   | o,k,             | OTHER
            two without number                            | S 1:,k,1/ S 2:,k,2/ | ,k,              | ?1,2
            the one of two that fits                      | S 1:,k,1/ S 2:,k,2/ | ,k,2/12          | 2 OWN
            the one of two that has no number yet         | S 1:n,k, S 2:,k,    | m,k,             | 2 OWN
            two that people found to be one               | S 1:n,k, S 2>1:m,k, | ,k,              | 1 OWN
            another sex                                   | S 1:,k,1/           | ,k,2/            | ?1
            another day                                   | S 1:n,k,1/12        | ,k,1/13          | ?1
            a sex that was corrected                      | S 1:n,k,1/ S 1:n,k,2/ | ,k,1/          | ?1
            a number that was learned speaks for all      | S 1:,k, S 1:n,w,    | m,k,             | OTHER
            a correction of who is meant                  | S 1:,k,1/           | ,w,1/ ^1         | 1 OWN
            a correction of the number                    | S 1:n,k,            | m,k, ^1          | 1 OWN
            a correction of the sex                       | S 1:,k,1/           | ,k,2/ ^1         | 1 OWN
            a correction to somebody who is there         | S 1:,k, S 2:,w,     | ,w, ^1           | 2 OWN
            a correction tells which                      | S 1:n,k, S 2:m,k,   | ,k, ^2           | 2 OWN
            a correction of what is gone                  | -S 1:,k,            | ,w, ^1           | OTHER
            # others', without standing
            an unproven number                            | T 1:n,k,            | n,w,             | ?1
            a verified number                             | T 1:n,k,            | n!,w,            | 1 PROVED
            a verified number, another sex                | T 1:n,k,1/          | n!,k,2/          | 1 PROVED
            a verified number, and the keys of another    | T 1:n,k, T 2:,w,    | n!,w,            | 1 PROVED ?2
            the keys                                      | T 1:,k,             | ,k,              | ?1
            the keys and a number                         | T 1:,k,             | n!,k,            | ?1
            the keys of two                               | T 1:,k, U 2:,k,     | ,k,              | ?1,2
            the keys, another sex                         | T 1:,k,1/           | ,k,2/            | ?1
            the keys, another number                      | T 1:n,k,            | m,k,             | OTHER
            nothing in common                             | T 1:n,k,            | m,w,             | OTHER
            its own before others'                        | T 1:,k, S 2:,k,     | ,k,              | 2 OWN
            who reported it together with others          | T 1:,k, S 1:,w,     | ,w,              | 1 OWN
            another's keys of whom it reported too        | T 1:,k, S 1:,w,     | ,k,              | ?1
            the number of whom it reported otherwise      | T 1:n,k, S 1:,w,    | n!,x,            | ?1
            # others', with standing
            an unproven number, standing                  | T 1*:n,k,           | n,w,             | 1 STANDING
            the keys, standing                            | T 1*:,k,            | ,k,1/12          | 1 STANDING
            the keys and a number, standing               | T 1*:,k,            | n,k,             | 1 STANDING
            the keys without the number, standing         | T 1*:n,k,           | ,k,              | 1 STANDING
            the keys, another sex, standing               | T 1*:,k,1/          | ,k,2/            | ?1
            the keys of two, standing                     | T 1*:,k, U 2*:,k,   | ,k,              | ?1,2
            the keys of two that are one, standing        | T 1*:,k, U 2>1*:,k, | ,k,              | 1 STANDING
            the keys of one, and nearly of an own one     | T 1*:,k, S 2:,k,1/  | ,k,2/            | ?1,2
            the number of one, the keys of another        | T 1*:n,k, T 2*:,w,  | n,w,             | 1 STANDING ?2
            # nobody's any more
            it comes back                                 | -S 1:,k,            | ,k,              | 1 BACK
            it comes back by its number                   | -S 1:n,k,           | n,w,             | 1 BACK
            it comes back, and another is like it         | -S 1:,k, T 2:,k,    | ,k,              | 1 BACK ?2
            a stranger's does not                         | -T 1:,k,            | ,k,              | OTHER
            another sex does not                          | -S 1:,k,1/          | ,k,2/            | OTHER
            what is proven comes before                   | -S 1:n,k, T 2:n,k,  | n!,k,            | 2 PROVED
            """;

    @TestFactory
    Stream<DynamicTest> aPerson() {
        return lines().map(cells -> DynamicTest.dynamicTest(
                cells[0], () -> assertThat(said(decide(true, cells))).isEqualTo(cells[3])));
    }

    /** Of things everybody may report, and the key alone tells. */
    @TestFactory
    Stream<DynamicTest> aThing() {
        return Stream.of(
                        "the same key of another reporter | T 1:n,, | n,, | 1 STANDING",
                        "its own | S 1:n,, T 1:n,, | n,, | 1 OWN",
                        "another key | T 1:n,, | m,, | OTHER",
                        "it comes back whoever reports it | -T 1:n,, | n,, | 1 BACK")
                .map(IdentityRuleTests::cells)
                .map(cells -> DynamicTest.dynamicTest(
                        cells[0], () -> assertThat(said(decide(false, cells))).isEqualTo(cells[3])));
    }

    /** Whatever a stranger says of others without standing: who did not prove anything is told the same as if it were not there. */
    @TestFactory
    Stream<DynamicTest> whatStrangersSayChangesNothingOfWhatIsOwn() {
        return lines().map(cells -> DynamicTest.dynamicTest(cells[0], () -> {
            String[] alone = cells.clone();
            alone[1] = withoutStrangers(cells[1]);
            assertThat(own(decide(true, cells))).isEqualTo(own(decide(true, alone)));
        }));
    }

    private static String withoutStrangers(String said) {
        StringBuilder own = new StringBuilder();
        String[] words = said.split(" ");
        for (int i = 0; i + 1 < words.length; i += 2) {
            if (words[i].endsWith("S")) {
                own.append(own.isEmpty() ? "" : " ")
                        .append(words[i])
                        .append(' ')
                        .append(words[i + 1]);
            }
        }
        return own.toString();
    }

    private static String own(Verdict v) {
        String same = v.why() == Verdict.Why.OWN || v.why() == Verdict.Why.DECIDED ? v.same() + " " : "";
        return same
                + v.pairs().stream()
                        .filter(e -> e.by("S"))
                        .map(e -> String.valueOf(e.record()))
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    private static Stream<String[]> lines() {
        return TABLE.lines().filter(l -> !l.startsWith("#")).map(IdentityRuleTests::cells);
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
    }

    private static Verdict decide(boolean guarded, String[] cells) {
        Set<Long> standing = new TreeSet<>();
        List<Earlier> earlier = new ArrayList<>();
        String[] words = cells[1].isEmpty() ? new String[0] : cells[1].split(" ");
        for (int i = 0; i < words.length; i += 2) {
            String[] said = words[i + 1].split(":");
            boolean live = !words[i].startsWith("-");
            String reporter = live ? words[i] : words[i].substring(1);
            String[] records = said[0].replace("*", "").split(">");
            long record = Long.parseLong(records[0]);
            if (said[0].contains("*")) {
                standing.add(record);
            }
            earlier.add(new Earlier(
                    mention(reporter, said[1]),
                    record,
                    Long.parseLong(records[records.length - 1]),
                    live,
                    100 + i,
                    0,
                    "",
                    ""));
        }
        String[] row = cells[2].split(" ");
        Known known = new Known();
        earlier.forEach(known::add);
        Long corrects = after('^', row);
        Mention mention = mention("S", row[0]);
        return new IdentityRule(guarded)
                .decide(
                        mention,
                        after('=', row),
                        corrects,
                        Known.sharing(mention, corrects, List.of(known)),
                        standing::contains);
    }

    private static @Nullable Long after(char mark, String[] row) {
        return Arrays.stream(row)
                .filter(w -> w.charAt(0) == mark)
                .map(w -> Long.valueOf(w.substring(1)))
                .findFirst()
                .orElse(null);
    }

    private static Mention mention(String reporter, String said) {
        String[] parts = said.split(",", -1);
        boolean verified = parts[0].endsWith("!");
        String number = verified ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
        return new Mention(
                reporter,
                number.isEmpty() ? null : "#" + number,
                parts[1].isEmpty() ? null : parts[1],
                parts.length > 2 ? parts[2] : "",
                verified);
    }

    private static String said(Verdict v) {
        String pairs =
                v.pairs().stream().map(e -> String.valueOf(e.record())).sorted().collect(Collectors.joining(","));
        String asked = pairs.isEmpty() ? "" : "?" + pairs;
        return switch (v.kind()) {
            case SAME ->
                Stream.of(v.same() + " " + v.why(), v.into() == null ? "" : ">" + v.into(), asked)
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" "));
            case PAIR -> asked;
            case OTHER -> "OTHER";
        };
    }
}
