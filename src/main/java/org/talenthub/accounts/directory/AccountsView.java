package org.talenthub.accounts.directory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.web.Pager;

/**
 * The list of accounts, and the form for a new one.
 *
 * @param asked what was asked, by the names of the form
 * @param roles that the viewer may give
 */
record AccountsView(
        String total,
        List<Line> lines,
        Pager pager,
        Map<String, String> asked,
        List<Choice> roles,
        List<Choice> states,
        List<Choice> regions) {

    record Choice(String value, String text, boolean chosen) {}

    record Line(
            String href,
            String username,
            String name,
            String role,
            String where,
            String state,
            String stateText,
            boolean factor,
            @Nullable String lastSeen) {}
}
