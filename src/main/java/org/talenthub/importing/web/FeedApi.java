package org.talenthub.importing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.common.Sentence;
import org.talenthub.importing.EmptySheets;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Role;

/** The sheets that can be reported, and their empty templates, over HTTP. */
@RestController
@RequestMapping("/api/v1")
class FeedApi {

    private final Feeds feeds;
    private final Rights rights;
    private final EmptySheets empty;

    FeedApi(Feeds feeds, Rights rights, EmptySheets empty) {
        this.feeds = feeds;
        this.rights = rights;
        this.empty = empty;
    }

    /** @param reporters the roles that may report it */
    record FeedView(String name, String title, String legalBasis, Set<Role> reporters, List<Column> columns) {}

    /** The sheets that can be reported, with their columns. */
    @GetMapping("/feeds")
    List<FeedView> feeds() {
        return feeds.all().stream()
                .map(f -> new FeedView(
                        f.name(), f.title(), f.legalBasis(), rights.roles(Act.REPORT, f.name()), f.columns()))
                .toList();
    }

    /** The empty template with drop-downs and a filled-in example row. */
    @GetMapping("/feeds/{feed}/template.xlsx")
    void template(@PathVariable String feed, Locale locale, HttpServletResponse response) throws IOException {
        ImportApi.download(
                response, Sentence.of("template.file", feeds.get(feed).named()).in(locale));
        empty.write(feed, locale, response.getOutputStream());
    }
}
