# One image for web and worker; the command decides which. See deploy/README.md.
FROM node:20-bookworm-slim AS faces
WORKDIR /build
COPY web web
RUN set -e; for face in web/console web/miniapp; do \
      if [ -f "$face/package.json" ]; then (cd "$face" && npm ci --no-audit --no-fund && npm run build && rm -rf node_modules); fi; \
    done

FROM python:3.11-slim-bookworm
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 ANJIE_HOME=/var/lib/anjie LC_ALL=C.UTF-8 TZ=Asia/Shanghai
RUN useradd --system --create-home --home-dir /var/lib/anjie --uid 10001 anjie
WORKDIR /opt/anjie
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY anjie anjie
COPY config config
COPY demo demo
COPY bench bench
COPY --from=faces /build/web web
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable .
USER anjie
VOLUME /var/lib/anjie
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["anjie"]
CMD ["serve", "--host", "0.0.0.0"]
