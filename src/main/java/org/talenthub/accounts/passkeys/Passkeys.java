package org.talenthub.accounts.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.web.HubAddress;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Making passkeys and signing in by them (WebAuthn, as Spring Security checks it). The authenticator has to recognise its owner each time, by a
 * finger, a face or a number, so that a passkey shows two factors at once. They belong to the host that the hub is reached by.
 */
@Component
public class Passkeys {

    /** Of one account. */
    static final int MOST = 10;

    private static final int LONGEST_LABEL = 80;
    private static final String NAME = "湖北人才枢纽";
    private static final String MAKING = "making";
    private static final String SHOWING = "showing";

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final KeptPasskeys kept;
    private final PasskeyRepository passkeys;
    private final HubAddress address;
    private final Audit audit;

    Passkeys(KeptPasskeys kept, PasskeyRepository passkeys, HubAddress address, Audit audit) {
        this.kept = kept;
        this.passkeys = passkeys;
        this.address = address;
        this.audit = audit;
    }

    /** One as its owner sees it. */
    public record Line(
            String id, String label, Instant made, @Nullable Instant lastUsed) {}

    @Transactional(readOnly = true)
    public List<Line> of(long account) {
        return passkeys.findByAccountOrderById(account).stream()
                .map(p -> new Line(Ids.text(p.id()), p.label(), p.createdAt(), p.lastUsedAt()))
                .toList();
    }

    @Transactional(readOnly = true)
    public long count(long account) {
        return passkeys.countByAccount(account);
    }

    /** What the browser is told to make one by, as JSON. @throws Problem 409 when there are enough */
    public String toMake(Authentication who, Viewer viewer, HttpServletRequest request) {
        if (count(viewer.account()) >= MOST) {
            throw Problem.conflict("passkey.many", Sentence.of("refused.passkey.many", MOST));
        }
        return JSON.writeValueAsString(making(who, Challenge.put(request, MAKING)));
    }

    /** Takes the one in that the browser made. @throws Problem 400 when it is not what was asked for */
    public void make(String answer, String label, Authentication who, Viewer viewer, HttpServletRequest request) {
        String name = label.strip().replaceAll("\\p{Cntrl}+", " ");
        checked(() -> {
            Bytes challenge = Challenge.take(request, MAKING).orElseThrow(IllegalArgumentException::new);
            PublicKeyCredential<AuthenticatorAttestationResponse> made = JSON.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            return at(challenge)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            making(who, challenge),
                            new RelyingPartyPublicKey(
                                    made,
                                    name.isEmpty()
                                            ? NAME
                                            : name.substring(0, Math.min(name.length(), LONGEST_LABEL)))));
        });
        audit.record(viewer, "account.passkey", "account", viewer.username(), "made");
    }

    /**
     * What the browser is told to show one by, as JSON.
     *
     * @param account whose; 0 for anybody's, which says who comes
     */
    public String toShow(long account, HttpServletRequest request) {
        return JSON.writeValueAsString(showing(account, Challenge.put(request, SHOWING)));
    }

    /**
     * The account whose passkey that is.
     *
     * @param account whose it has to be; 0 for anybody's
     * @throws Problem 400 when it is none of the hub's, or did not sign what it was asked to
     */
    public long shown(String answer, long account, HttpServletRequest request) {
        return checked(() -> {
            Bytes challenge = Challenge.take(request, SHOWING).orElseThrow(IllegalArgumentException::new);
            PublicKeyCredential<AuthenticatorAssertionResponse> shown =
                    JSON.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            long owner = Passkey.account(at(challenge)
                    .authenticate(new RelyingPartyAuthenticationRequest(showing(account, challenge), shown))
                    .getId());
            if (account != 0 && owner != account) {
                throw new IllegalArgumentException("somebody else's");
            }
            return owner;
        });
    }

    /** @throws Problem 404 when it is not his */
    @Transactional
    public void delete(String id, Viewer viewer) {
        if (passkeys.delete(Ids.parse(id).orElseThrow(Problem::notFound), viewer.account()) == 0) {
            throw Problem.notFound();
        }
        audit.record(viewer, "account.passkey", "account", viewer.username(), "deleted");
    }

    private PublicKeyCredentialCreationOptions making(Authentication who, Bytes challenge) {
        return at(challenge)
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
    }

    private PublicKeyCredentialRequestOptions showing(long account, Bytes challenge) {
        List<PublicKeyCredentialDescriptor> own = account == 0
                ? List.of()
                : kept.findByUserId(Passkey.handle(account)).stream()
                        .map(c -> PublicKeyCredentialDescriptor.builder()
                                .id(c.getCredentialId())
                                .transports(c.getTransports())
                                .build())
                        .toList();
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(host(hub()))
                .timeout(Challenge.PATIENCE)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .allowCredentials(own)
                .build();
    }

    private Webauthn4JRelyingPartyOperations at(Bytes challenge) {
        UriComponents hub = hub();
        String origin = hub.getScheme() + "://" + host(hub) + (hub.getPort() == -1 ? "" : ":" + hub.getPort());
        Webauthn4JRelyingPartyOperations checks = new Webauthn4JRelyingPartyOperations(
                kept,
                kept,
                PublicKeyCredentialRpEntity.builder().id(host(hub)).name(NAME).build(),
                Set.of(origin));
        checks.setCustomizeCreationOptions(o -> o.challenge(challenge)
                .timeout(Challenge.PATIENCE)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        return checks;
    }

    private UriComponents hub() {
        return UriComponentsBuilder.fromUriString(address.get()).build();
    }

    private static String host(UriComponents hub) {
        return Objects.requireNonNull(hub.getHost()).toLowerCase(Locale.ROOT);
    }

    /** What browsers send may be anything: whatever it breaks is a refusal, an engine that is away is not. */
    private static <T> T checked(Supplier<T> ceremony) {
        try {
            return ceremony.get();
        } catch (NestedRuntimeException away) {
            throw away;
        } catch (RuntimeException refused) {
            LOG.debug("a passkey is refused", refused);
            throw Problem.badRequest("passkey.refused", Sentence.of("refused.passkey.refused"));
        }
    }
}
