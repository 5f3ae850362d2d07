package org.talenthub.results.saved;

import java.time.LocalDate;
import java.util.List;
import org.talenthub.security.Viewer;

/** What the letter of a day reminds somebody of, besides the news of saved searches. A module that has such contributes it as a bean. */
public interface Reminders {

    /** Nothing on a day when nobody need be reminded. */
    List<Reminder> on(LocalDate day, Viewer viewer);

    /** @param href within the hub: {@code /imports/new} */
    record Reminder(String text, String href) {}
}
