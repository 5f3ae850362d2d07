package org.talenthub.importing.reading;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.importing.sheet.file.Layout;
import org.talenthub.importing.sheet.file.Layout.Source;
import org.talenthub.reference.Headers;

/** What each reporter said that the titles of its own sheets mean, per feed; used for its next upload. */
@Component
class Mappings {

    private static final int LONGEST = 120;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Mappings(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Compared form of a title to field name, empty for “not to be read”. */
    Map<String, String> of(String reporter, String feed) {
        Map<String, String> known = new HashMap<>();
        jdbc.sql("select title_key, field from import_mapping where reporter = ? and feed = ?")
                .param(reporter)
                .param(feed)
                .query(rs -> {
                    known.put(rs.getString(1), rs.getString(2));
                });
        return known;
    }

    /** Keeps what was chosen otherwise than the titles say, and forgets an earlier choice where the titles' own meaning was chosen. */
    void remember(String reporter, String feed, Layout layout, Set<Integer> chosen, String by) {
        List<String> keys = new ArrayList<>();
        List<Object[]> kept = new ArrayList<>();
        Timestamp now = Timestamp.from(Instant.now());
        for (int index : chosen) {
            String key = Headers.key(layout.titles().getOrDefault(index, ""));
            if (key.isEmpty() || key.length() > LONGEST) {
                continue;
            }
            keys.add(key);
            if (layout.sources().get(index) == Source.CHOSEN) {
                kept.add(new Object[] {
                    reporter, feed, key, layout.columnToField().getOrDefault(index, ""), by, now
                });
            }
        }
        if (!keys.isEmpty()) {
            jdbc.sql("delete from import_mapping where reporter = :reporter and feed = :feed and title_key in (:keys)")
                    .param("reporter", reporter)
                    .param("feed", feed)
                    .param("keys", keys)
                    .update();
            batches.batchUpdate(
                    "insert into import_mapping (reporter, feed, title_key, field, chosen_by, chosen_at) values (?, ?, ?, ?, ?, ?)",
                    kept);
        }
    }
}
