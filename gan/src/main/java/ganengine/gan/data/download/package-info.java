/**
 * Fetches data sets from their makers' addresses: {@link ganengine.gan.data.download.DataSetSource}
 * says what and where, {@link ganengine.gan.data.download.Download} fetches a file so that only
 * whole, checked files get their names, and so that an interrupted one goes on.
 */
package ganengine.gan.data.download;
