package dev.souk.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/// The security filter chain: stateless, bearer tokens only. It tells who calls; what they may do stands on each
/// route, which does not start without roles. Cross-site requests carry no token, so there is nothing to forge.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityRules {
    private static final String SCHEME = "Bearer ";
    private static final String CLIENT_SCHEME = "Basic ";

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Callers callers) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable) // every answer sets them with its status, see Reply
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(_ -> callers)
                        .bearerTokenResolver(SecurityRules::token)
                        .authenticationEntryPoint((request, response, _) -> refuseToken(request, response)))
                .build();
    }

    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, _) -> write(
                Problem.of(400, "INVALID_REQUEST", "The address or a header has characters that are not allowed."),
                request,
                response);
    }

    private static @org.jspecify.annotations.Nullable String token(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null) {
            return null;
        }
        if (header.regionMatches(true, 0, CLIENT_SCHEME, 0, CLIENT_SCHEME.length()) && request.getRequestURI().startsWith("/oauth2/")) {
            return null; // a client's own credentials, which the endpoints there check themselves
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new InvalidBearerTokenException("only bearer tokens are known here");
        }
        return header.substring(SCHEME.length()).strip();
    }

    private static void refuseToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                Problem.of(401, "INVALID_TOKEN", "The token is malformed, expired or not ours.")
                        .header("WWW-Authenticate", "Bearer error=\"invalid_token\""),
                request,
                response);
    }

    private static void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var journey = Journey.of(request);
        problem.reply(request.getRequestURI(), journey.correlation())
                .correlation(journey.correlation().toString())
                .write(request, response);
    }
}
