package org.talenthub.accounts.directory;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.talenthub.accounts.invitations.Invitations;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;

/** Accounts, for those who keep them. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsApi {

    private final Directory directory;
    private final AccountItems items;
    private final AccountFilters filters;
    private final AccountSheet sheet;

    AccountsApi(Directory directory, AccountItems items, AccountFilters filters, AccountSheet sheet) {
        this.sheet = sheet;
        this.directory = directory;
        this.items = items;
        this.filters = filters;
    }

    record Page(long total, int page, int size, List<AccountItem> items) {}

    /** By {@code q role state region carrier organisation page size}. */
    @GetMapping
    Page list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        Parameters given =
                Parameters.only(parameters, "q", "role", "state", "region", "carrier", "organisation", "page", "size");
        Paging paging = given.paging();
        Directory.Page found = directory.list(filters.read(given), paging, viewer);
        return new Page(
                found.total(),
                paging.page(),
                paging.size(),
                found.items().stream().map(a -> items.of(a, null)).toList());
    }

    @GetMapping("/{id}")
    AccountItem one(@PathVariable String id, Viewer viewer) {
        return items.of(directory.get(id, viewer), null);
    }

    /** Makes an account and the link by which its owner chooses a password. */
    @PostMapping
    ResponseEntity<AccountItem> create(@RequestBody AccountWish wish, Viewer viewer) {
        Directory.Made made = directory.create(wish, viewer);
        return ResponseEntity.created(
                        URI.create("/api/v1/accounts/" + Ids.text(made.account().id())))
                .body(items.of(made.account(), made.invitation()));
    }

    /** Makes the accounts of a sheet (xlsx, csv); rows that cannot be are told and leave the others alone. */
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    AccountSheet.Outcomes take(@RequestParam(required = false) @Nullable MultipartFile file, Viewer viewer) {
        return sheet.take(file, viewer);
    }

    /** Changes what is said: the name, whose eyes it has, whether it may sign in. */
    @PutMapping("/{id}")
    AccountItem change(@PathVariable String id, @RequestBody AccountWish wish, Viewer viewer) {
        return items.of(directory.change(id, wish, viewer), null);
    }

    /** Ends all of the account's sessions; its tokens stay. */
    @DeleteMapping("/{id}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable String id, Viewer viewer) {
        directory.endSessions(id, viewer);
    }

    /** A new link, for who has not come yet or forgot his password; the ones before open nothing any more. */
    @PostMapping("/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    Invitations.Issued invite(@PathVariable String id, Viewer viewer) {
        return directory.invite(id, viewer);
    }
}
