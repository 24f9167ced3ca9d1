/**
 * The kernel contract: one table of cases ({@link ganengine.kernels.contract.KernelCases}) that
 * every device must answer as the {@code reference} device does. A new device gets a subclass of
 * {@link ganengine.kernels.contract.KernelContract}; a new kernel method gets a case, or {@link
 * ganengine.kernels.contract.CompletenessTest} fails.
 */
package ganengine.kernels.contract;
