package org.talenthub.reference;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.talenthub.reference.reading.Values;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.IdNumbers;
import org.talenthub.reference.standards.Regions;

/** Measures how many talent rows one thread reads in a second; run it by hand. */
final class ValuesSpeed {

    private static final int ROWS = 20_000;

    private ValuesSpeed() {}

    public static void main(String[] args) {
        Dictionaries dictionaries = Dictionaries.load();
        Feed feed = Feeds.load(dictionaries).get("talent");
        Values values = new Values(dictionaries, Regions.load(), Clock.systemUTC());
        List<Map<String, String>> rows = rows(feed);
        for (int round = 0; round < 15; round++) {
            long start = System.nanoTime();
            int fine = 0;
            for (int pass = 0; pass < 5; pass++) {
                for (Map<String, String> row : rows) {
                    fine += values.parse(feed, row).issues().isEmpty() ? 1 : 0;
                }
            }
            double seconds =
                    (System.nanoTime() - start) / (double) Duration.ofSeconds(1).toNanos();
            System.out.printf("%,d rows, %,d faultless, %,.0f rows/s%n", 5 * ROWS, fine, 5 * ROWS / seconds);
        }
    }

    private static List<Map<String, String>> rows(Feed feed) {
        Random random = new Random(1);
        List<Map<String, String>> rows = new ArrayList<>(ROWS);
        for (int i = 0; i < ROWS; i++) {
            Map<String, String> row = new HashMap<>();
            feed.columns().forEach(c -> row.put(c.field(), c.example()));
            int year = 1955 + random.nextInt(45);
            int month = 1 + random.nextInt(12);
            String body = "429999%d%02d15%03d".formatted(year, month, random.nextInt(1000));
            boolean male = (body.charAt(16) - '0') % 2 == 1;
            row.put("name", "示例" + i);
            row.put("sex", male ? "男" : "女");
            row.put("birth", year + (random.nextBoolean() ? "." : "年") + "%02d".formatted(month));
            row.put("documentNumber", body + IdNumbers.checkDigit(body));
            row.put("employerName", "湖北示例光电 " + random.nextInt(500) + " 有限公司");
            row.put("phone", "1990000%04d".formatted(random.nextInt(10_000)));
            rows.add(row);
        }
        return rows;
    }
}
