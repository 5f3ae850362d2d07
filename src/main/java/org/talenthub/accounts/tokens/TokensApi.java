package org.talenthub.accounts.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.accounts.tokens.Tokens.TokenView;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.TokenScope;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;

/** One's own tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {

    private static final int USUAL_DAYS = 90;

    private final Tokens tokens;

    TokensApi(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * @param token the token itself: told when it is made and never again
     * @param ended it opens nothing any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String name,
            List<String> scopes,
            Instant createdAt,
            Instant until,
            @Nullable Instant lastUsed,
            boolean ended,
            @Nullable String token) {

        static Item of(TokenView t, @Nullable String secret) {
            return new Item(
                    Ids.text(t.id()),
                    t.name(),
                    t.scopes().stream().map(TokenScope::word).toList(),
                    t.createdAt(),
                    t.until(),
                    t.lastUsed(),
                    t.ended(),
                    secret);
        }
    }

    record Items(long total, int page, int size, List<Item> items) {}

    /**
     * @param scopes read: every question; import: sending files in; export: results as files
     * @param days how long it holds, 90 when absent
     */
    record Wish(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer days) {}

    @GetMapping
    Items list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        Paging paging = Parameters.only(parameters, "page", "size").paging();
        List<TokenView> all = tokens.of(viewer);
        return new Items(
                all.size(),
                paging.page(),
                paging.size(),
                all.stream()
                        .skip(paging.from())
                        .limit(paging.size())
                        .map(t -> Item.of(t, null))
                        .toList());
    }

    @PostMapping
    ResponseEntity<Item> make(@RequestBody Wish wish, Viewer viewer) {
        Tokens.Made made = tokens.make(
                wish.name() == null ? "" : wish.name(),
                scopes(wish.scopes() == null ? List.of() : wish.scopes()),
                wish.days() == null ? USUAL_DAYS : wish.days(),
                viewer);
        Item item = Item.of(made.token(), made.secret());
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + item.id())).body(item);
    }

    private static Set<TokenScope> scopes(List<String> words) {
        EnumSet<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        for (String word : words) {
            scopes.add(TokenScope.of(String.valueOf(word))
                    .orElseThrow(() -> Problem.badRequest("token.scopes", Sentence.of("refused.token.scopes"))));
        }
        return scopes;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Viewer viewer) {
        tokens.delete(id, viewer);
    }
}
