package org.talenthub.accounts.passwords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/**
 * What a password must be: long enough, and neither one that everybody tries first nor one made of what is known of its owner (NIST SP
 * 800-63B, 3.1.1.2). Which kinds of characters it holds is not asked: rules of that kind make people predictable.
 */
@Component
public class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    /** Words shorter than this stand in anything. */
    private static final int SHORTEST_WORD = 3;

    /** So many characters of its own a password has besides known words, or it is nothing but these. */
    private static final int OWN = 6;

    private static final List<String> HERE =
            List.of("talenthub", "talent", "hubei", "rencai", "yizhan", "湖北", "人才", "枢纽");

    private final Set<String> common;

    PasswordRules() {
        this(read());
    }

    private PasswordRules(Set<String> common) {
        this.common = common;
    }

    /**
     * @param owner what is known of its owner: username, name, organisation
     * @throws Problem 400 saying what is wrong with it
     */
    public void check(String password, List<String> owner) {
        fault(password, owner).ifPresent(detail -> {
            throw Problem.badRequest("account.password", detail);
        });
    }

    Optional<Sentence> fault(String password, List<String> owner) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(Sentence.of("refused.password.length", SHORTEST, LONGEST));
        }
        String plain = plain(password);
        if (password.codePoints().distinct().count() < OWN || repeats(password)) {
            return Optional.of(Sentence.of("refused.password.repeats"));
        }
        if (runs(password)) {
            return Optional.of(Sentence.of("refused.password.runs"));
        }
        if (left(password, plain, common.stream()) < OWN) {
            return Optional.of(Sentence.of("refused.password.common"));
        }
        Stream<String> own =
                Stream.concat(HERE.stream(), owner.stream().flatMap(o -> Stream.of(o.split("[\\s·,，、._-]+"))));
        if (left(password, plain, own.map(PasswordRules::plain)) < OWN) {
            return Optional.of(Sentence.of("refused.password.own"));
        }
        return Optional.empty();
    }

    /** How many letters are left when the known words, and the digits and signs, are taken out; all of it when it holds none. */
    private static int left(String password, String plain, Stream<String> words) {
        boolean[] known = new boolean[plain.length()];
        boolean any = false;
        for (String word : words.toList()) {
            boolean tells = word.length() >= SHORTEST_WORD || word.codePoints().anyMatch(Character::isIdeographic);
            for (int at = plain.indexOf(word); tells && at >= 0; at = plain.indexOf(word, at + 1)) {
                Arrays.fill(known, at, at + word.length(), true);
                any = true;
            }
        }
        return any
                ? (int) IntStream.range(0, Math.min(known.length, password.length()))
                        .filter(i -> !known[i] && Character.isLetter(password.charAt(i)))
                        .count()
                : Integer.MAX_VALUE;
    }

    /** Small letters, with the signs that stand for letters read as these. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    /** The same few characters again and again. */
    private static boolean repeats(String p) {
        for (int n = 1; n <= p.length() / 2; n++) {
            String head = p.substring(0, n);
            if (head.repeat(p.length() / n + 1).startsWith(p)) {
                return true;
            }
        }
        return false;
    }

    /** Each character the neighbour of the one before: 123456789012, qwertyuiop, and the other way round. */
    private static boolean runs(String p) {
        List<String> rows =
                List.of("01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm");
        String small = p.toLowerCase(Locale.ROOT);
        int inRow = 0;
        for (int i = 1; i < small.length(); i++) {
            String pair = small.substring(i - 1, i + 1);
            String back = new StringBuilder(pair).reverse().toString();
            if (rows.stream().anyMatch(r -> r.contains(pair) || r.contains(back))) {
                inRow++;
            }
        }
        return inRow >= (small.length() - 1) * 4 / 5;
    }

    private static Set<String> read() {
        try (InputStream in = PasswordRules.class.getResourceAsStream("/accounts/common-passwords.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                    .flatMap(l -> Stream.of(l.split("\\s+")))
                    .map(PasswordRules::plain)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
