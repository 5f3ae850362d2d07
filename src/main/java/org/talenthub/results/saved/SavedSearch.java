package org.talenthub.results.saved;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talenthub.access.Organisation;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.security.Viewer;

/** A search that somebody kept. */
@Entity
public class SavedSearch {

    /** What belongs to a page of results and not to what is asked. */
    private static final Set<String> NOT_KEPT = Set.of("tab", "page", "size", "cursor", "lang", "type");

    /** @throws Problem 400 for what the search would not take */
    public static SearchQuery read(Kind kind, String query) {
        // a whole address is its query; a plus is a blank, as browsers and forms write it
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.substring(query.indexOf('?') + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!pair.isEmpty() && !NOT_KEPT.contains(name)) {
                parameters
                        .computeIfAbsent(name, n -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return SearchParameters.read(kind, parameters);
    }

    private static String decoded(String escaped) {
        try {
            String text = URLDecoder.decode(escaped, StandardCharsets.UTF_8);
            // what is not UTF-8 is decoded to this sign
            if (text.indexOf('\uFFFD') < 0) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw Problem.badRequest("query.unreadable", Sentence.of("refused.query.unreadable"));
    }

    public static String write(SearchQuery q) {
        String words = SearchParameters.write(q);
        if (q.sort().isEmpty()) {
            return words;
        }
        String sort = "sort=" + URLEncoder.encode(q.sort(), StandardCharsets.UTF_8);
        return words.isEmpty() ? sort : words + "&" + sort;
    }

    @Id
    private long id;

    @Column(name = "account_id")
    private long account;

    private String owner;
    private String organisation;
    private boolean shared;
    private String kind;
    private String name;
    private String query;
    private boolean complete;
    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected SavedSearch() {}

    SavedSearch(Kind kind, String name, String query, boolean shared, Viewer viewer) {
        this.id = Ids.next();
        this.account = viewer.account();
        this.owner = viewer.displayName();
        this.organisation = Organisation.of(viewer);
        this.shared = shared;
        this.kind = kind.path();
        this.name = name;
        this.query = query;
        this.createdAt = Instant.now();
    }

    void rename(String given) {
        this.name = given;
    }

    void share(boolean whether) {
        this.shared = whether;
    }

    /** What it asks. */
    public SearchQuery asked() {
        return read(kind(), query);
    }

    public long id() {
        return id;
    }

    public long account() {
        return account;
    }

    /** Display name of who saved it. */
    public String owner() {
        return owner;
    }

    String organisation() {
        return organisation;
    }

    /** For the whole organisation. */
    public boolean shared() {
        return shared;
    }

    public Kind kind() {
        return Kind.ofPath(kind).orElseThrow();
    }

    public String name() {
        return name;
    }

    /** As an address holds it, encoded, without a question mark. */
    public String query() {
        return query;
    }

    /** Whether every record that it finds is among its matches. */
    public boolean complete() {
        return complete;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
